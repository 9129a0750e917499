import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { toRefusal, useClient } from '../api/useClient';
import { useWords } from '../words';

interface Claiming {
  /** Tickets whose claim is under way. */
  readonly pending: ReadonlySet<string>;
  readonly claim: (number: string) => Promise<boolean>;
  /** Back to the queue of its team. */
  readonly release: (number: string) => Promise<boolean>;
}

/** Taking tickets straight from the list. Who was faster is told in the server's words. */
export function useClaim(whenDone: () => void): Claiming {
  const client = useClient();
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  const one = useCallback(
    async (number: string, action: 'claim' | 'release'): Promise<boolean> => {
      setPending(new Set([number]));
      const lost = await client.actOnTicket({ number, action }).then(
        () => null,
        (error: unknown) => toRefusal(error).message,
      );
      setPending(new Set());
      whenDone();
      toggleNotification(
        lost === null
          ? { type: 'success', message: t(action === 'claim' ? 'claim.won' : 'claim.undone', { number }) }
          : { type: 'danger', message: lost, timeout: 8000 },
      );
      return lost === null;
    },
    [client, t, toggleNotification, whenDone],
  );
  const claim = useCallback((number: string) => one(number, 'claim'), [one]);
  const release = useCallback((number: string) => one(number, 'release'), [one]);
  return { pending, claim, release };
}
