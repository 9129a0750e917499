import { makeMissing, makeStale } from '../tickets/reindex';
import type { Desk } from '../desk/desk';

/** How often we look for tickets whose words have to be made anew: one question to a small index, on every instance. */
const EVERY_MS = 5 * 60_000;

/**
 * Makes tickets findable that were here before the search was, and those whose unit or service got a new name.
 * Answers with what stops it.
 */
export function startIndexing(desk: Desk): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const run = (work: () => Promise<number>) => {
    if (isBusy) return;
    isBusy = true;
    running = work()
      .then((made) => {
        if (made > 0) desk.strapi.log.info(`search: ${made} tickets made findable`);
      })
      .catch((error: unknown) =>
        desk.strapi.log.error(
          `search: tickets could not be made findable, will be tried again: ${error instanceof Error ? error.message : String(error)}`,
        ),
      )
      .finally(() => {
        isBusy = false;
      });
  };
  run(() => makeMissing(desk, stopping.signal));
  const timer = setInterval(() => run(() => makeStale(desk, stopping.signal)), EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
