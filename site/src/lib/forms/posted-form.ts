import { described, fieldId } from './field-ids';
import type { FieldError } from './field-error';
import type { Typed } from './typed';

/** What a page with several forms knows of the one that came back: which it was, what stood in it, what to mend. */
export interface Posted {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly intent: string;
  readonly sendingKey: string;
}

/** One form of such a page. What was typed and what is wrong is its own only if it was the one that was sent. */
export function postedForm({ typed, errors, intent, sendingKey }: Posted, name: string) {
  const isThis = intent === name;
  const error = (field: string): string | undefined =>
    isThis ? errors.find((each) => each.field === field)?.message : undefined;
  return {
    isThis,
    key: isThis ? sendingKey : '',
    value: (field: string): string => (isThis ? typed.text(field) : ''),
    error,
    /** The name of a field's frame: errors of two forms must not meet. */
    frame: (field: string): string => `${name}.${field}`,
    /** What an input carries to be found by its label, hint and error. */
    input: (field: string, hasHint = false) => ({
      id: fieldId(`${name}.${field}`),
      name: field,
      ...described(`${name}.${field}`, hasHint, error(field) !== undefined),
    }),
  };
}
