/** The element a field's label and errors point to. */
export const fieldId = (name: string): string => `f-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`;
export const hintId = (name: string): string => `${fieldId(name)}-hint`;
export const errorId = (name: string): string => `${fieldId(name)}-error`;

/** Attributes by which an input names its hint and its error. */
export const described = (name: string, hasHint: boolean, hasError: boolean) => ({
  'aria-describedby': [hasHint && hintId(name), hasError && errorId(name)].filter(Boolean).join(' ') || undefined,
  'aria-invalid': hasError ? ('true' as const) : undefined,
});
