import type { Locator } from 'playwright-core';

/** What somebody did on the way: presses of the pointer, or of a key in its place, and fields that were filled in. */
export interface Steps {
  presses: number;
  fields: number;
}

/** Walks as a person does, and counts. */
export function walking() {
  const steps: Steps = { presses: 0, fields: 0 };
  return {
    steps,
    async press(target: Locator): Promise<void> {
      steps.presses += 1;
      await target.click();
    },
    async fill(target: Locator, text: string): Promise<void> {
      steps.fields += 1;
      await target.fill(text);
    },
  };
}
