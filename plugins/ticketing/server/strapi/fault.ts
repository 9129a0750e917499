/**
 * One thing an editor must mend: the field it stands beside (`slots.0.closes` inside a part), and the sentence that says
 * how.
 */
export interface Fault {
  readonly field: string;
  readonly message: string;
}
/** What would stand in the row after the save. */
export type Draft = Readonly<Record<string, unknown>>;
