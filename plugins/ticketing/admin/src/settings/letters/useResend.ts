import { useState } from 'react';
import type { Refusal } from '../../../../domain';
import { toRefusal } from '../../api/useClient';

interface Resend {
  /** Which one is being asked for. */
  readonly busy: number | null;
  readonly refusal: Refusal | null;
  readonly resend: (id: number) => Promise<void>;
}

/** Has something of a ledger sent once more, and the ledger read again. */
export function useResend(ask: (id: number) => Promise<unknown>, done: () => void): Resend {
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const resend = async (id: number): Promise<void> => {
    setBusy(id);
    setRefusal(null);
    await ask(id).catch((error: unknown) => setRefusal(toRefusal(error)));
    setBusy(null);
    done();
  };
  return { busy, refusal, resend };
}
