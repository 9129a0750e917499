/** One thing to mend, worded for its reader. `field` is the name of the input it belongs to. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}
