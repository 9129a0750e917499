import type { Core } from '@strapi/strapi';

/** Work that nobody waits for, at most so much of it at once; beyond that it is left undone and said so in the log. */
export function createBackground(most: number) {
  const running = new Set<Promise<void>>();
  return {
    start(strapi: Core.Strapi, name: string, work: () => Promise<void>): boolean {
      if (running.size >= most) {
        strapi.log.error(`${name} was left undone: ${most} others are still under way`);
        return false;
      }
      const promise = new Promise<void>((resolve) => {
        setImmediate(resolve);
      })
        .then(work)
        .catch((error: unknown) => {
          strapi.log.error(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
        })
        .finally(() => {
          running.delete(promise);
        });
      running.add(promise);
      return true;
    },
    /** Resolves when what runs now has ended. */
    settled: async (): Promise<void> => {
      await Promise.all(running);
    },
  };
}
