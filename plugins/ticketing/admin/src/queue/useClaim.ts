import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { toRefusal, useClient } from '../api/useClient';
import { useWords } from '../words';

/** What became of one ticket of several that were claimed together. */
export interface ClaimResult {
  readonly number: string;
  readonly lost: string | null;
}

interface Claiming {
  /** Tickets whose claim is under way. */
  readonly pending: ReadonlySet<string>;
  readonly claim: (number: string) => Promise<boolean>;
  /** Back to the queue of its team. */
  readonly release: (number: string) => Promise<boolean>;
  /** One after another, so that the order of the list is the order of the claims. */
  readonly claimAll: (numbers: readonly string[]) => Promise<ClaimResult[]>;
}

/** Taking tickets straight from the list. Who was faster is told in the server's words. */
export function useClaim(whenDone: () => void): Claiming {
  const client = useClient();
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  const attempt = useCallback(
    async (number: string, action: 'claim' | 'release' = 'claim'): Promise<ClaimResult> => {
      try {
        await client.actOnTicket({ number, action });
        return { number, lost: null };
      } catch (error) {
        return { number, lost: toRefusal(error).message };
      }
    },
    [client],
  );

  const during = useCallback(
    async <T>(numbers: readonly string[], work: () => Promise<T>): Promise<T> => {
      setPending(new Set(numbers));
      const result = await work();
      setPending(new Set());
      whenDone();
      return result;
    },
    [whenDone],
  );

  const one = useCallback(
    (number: string, action: 'claim' | 'release') =>
      during([number], async () => {
        const { lost } = await attempt(number, action);
        toggleNotification(
          lost === null
            ? { type: 'success', message: t(action === 'claim' ? 'claim.won' : 'claim.undone', { number }) }
            : { type: 'danger', message: lost, timeout: 8000 },
        );
        return lost === null;
      }),
    [attempt, during, t, toggleNotification],
  );

  const claim = useCallback((number: string) => one(number, 'claim'), [one]);
  const release = useCallback((number: string) => one(number, 'release'), [one]);

  const claimAll = useCallback(
    (numbers: readonly string[]) =>
      during(numbers, async () => {
        const results: ClaimResult[] = [];
        for (const number of numbers) results.push(await attempt(number));
        return results;
      }),
    [attempt, during],
  );

  return { pending, claim, release, claimAll };
}
