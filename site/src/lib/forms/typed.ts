/** What stands in a form's inputs, by their names. */
export interface Typed {
  readonly text: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

const strings = (values: readonly FormDataEntryValue[]): string[] =>
  values.flatMap((value) => (typeof value === 'string' ? [value.replace(/\r\n?/g, '\n')] : []));

export function typedOf(
  form: FormData | null,
  otherwise: Readonly<Record<string, string | readonly string[]>> = {},
): Typed {
  const all = (name: string): string[] => {
    const given = form ? strings(form.getAll(name)) : [];
    const fallback = otherwise[name];
    if (given.length || form || fallback === undefined) return given;
    return typeof fallback === 'string' ? [fallback] : [...fallback];
  };
  return { all, text: (name) => all(name)[0] ?? '' };
}
