import { sealEndedDays } from '../audit/seals';
import type { Desk } from '../desk/desk';

/** How often we look whether a day has ended: one cheap question, on every instance. */
const EVERY_MS = 5 * 60_000;

/** Seals the days that have ended, at boot and soon after each midnight WIB. Answers with what stops it. */
export function startSealing(desk: Desk): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const run = () => {
    if (isBusy) return;
    isBusy = true;
    running = sealEndedDays(desk.strapi, Date.now())
      .catch((error: unknown) =>
        desk.strapi.log.error(
          `the audit log could not be sealed, will be tried again: ${error instanceof Error ? error.message : String(error)}`,
        ),
      )
      .finally(() => {
        isBusy = false;
      });
  };
  run();
  const timer = setInterval(run, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
