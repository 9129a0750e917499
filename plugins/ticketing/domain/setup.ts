/** What a new office does first, in this order. */
export const SETUP_STEPS = ['identity', 'mail', 'people', 'calendar', 'backup'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];
export interface SetupState {
  readonly step: SetupStep;
  readonly isDone: boolean;
}
