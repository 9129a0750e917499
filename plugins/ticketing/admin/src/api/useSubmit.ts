import { useState, type FormEvent } from 'react';
import type { Refusal } from '../../../domain';
import { useWords } from '../words';
import { useRefusal } from './issues';
import { toRefusal } from './useClient';

export interface Submitting {
  readonly refusal: Refusal | null;
  /** What is wrong with a field, in words, by its name. */
  readonly issues: Readonly<Record<string, string>>;
  readonly forgive: (field: string) => void;
  readonly isBusy: boolean;
  readonly submit: (event?: FormEvent) => void;
}

/** Sends a form once however often it is pressed; what was refused is said, and what was typed stays. */
export function useSubmit(send: () => Promise<void>): Submitting {
  const { language } = useWords();
  const { refusal, issues, refuse, forgive } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    refuse(null);
    try {
      await send();
    } catch (error) {
      refuse(toRefusal(error));
    }
    setBusy(false);
  };
  return {
    refusal,
    issues,
    forgive,
    isBusy,
    submit: (event) => {
      event?.preventDefault();
      void run();
    },
  };
}
