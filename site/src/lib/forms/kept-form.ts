import { localAddress } from '../addresses/local';

/** A form whose sending had to wait: its address, what was typed into it, and how many files it lost. */
export interface KeptForm {
  readonly to: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly files: number;
}

const PREFIX = 'kept:';
const TO = 'kept-to';
const FILES = 'kept-files';

/** Never laid into a page: whoever signs in again types it again. */
const SECRETS: readonly string[] = ['currentPassword'];

export function keepForm(form: FormData, to: string): KeptForm {
  const fields: [string, string][] = [];
  let files = 0;
  for (const [name, value] of form) {
    if (typeof value !== 'string') files += value.name ? 1 : 0;
    else if (!SECRETS.includes(name)) fields.push([name, value]);
  }
  return { to, fields, files };
}

/** A kept form as hidden inputs of the form that must be filled in first. */
export const hiddenInputs = ({ to, fields, files }: KeptForm): (readonly [string, string])[] => [
  [TO, to],
  [FILES, String(files)],
  ...fields.map(([name, value]) => [PREFIX + name, value] as const),
];

/** The kept form among posted fields; null when there is none, or one that leads to somewhere that is not ours. */
export function keptFormIn(form: FormData): KeptForm | null {
  const to = localAddress(form.get(TO));
  if (!to) return null;
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith(PREFIX) && typeof value === 'string' ? [[name.slice(PREFIX.length), value]] : [],
  );
  return { to, fields, files: Number(form.get(FILES)) || 0 };
}

export function formDataOf({ fields }: KeptForm): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
