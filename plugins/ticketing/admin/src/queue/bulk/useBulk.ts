import { useState } from 'react';
import { toRefusal } from '../../api/useClient';
import type { Bulk } from './bulk-actions';

/** One ticket of several, and what is to be done with it. */
export interface Errand {
  readonly number: string;
  /** Answers why it was left undone, in words, where nobody was asked; what is refused throws. */
  readonly run: () => Promise<string | void>;
}
/** What became of one ticket of several; null where it was done. */
export interface Outcome {
  readonly number: string;
  readonly lost: string | null;
}
/** What was done with several tickets: from the queue, or from their parent. */
export type Deed = Bulk | 'children';
/** The same, ticket by ticket. */
export interface Done {
  readonly deed: Deed;
  readonly outcomes: readonly Outcome[];
}

interface Working {
  /** How many are through, of how many; null while nothing runs. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly run: (deed: Deed, errands: readonly Errand[]) => Promise<Done>;
}

async function one({ number, run }: Errand): Promise<Outcome> {
  try {
    return { number, lost: (await run()) ?? null };
  } catch (error) {
    return { number, lost: toRefusal(error).message };
  }
}

/**
 * Does one thing with several tickets, one after another in the order of the list: each is a change of its own, with
 * its own entry and its own answer, and one that is refused holds up none of the others.
 */
export function useBulk(): Working {
  const [progress, setProgress] = useState<Working['progress']>(null);
  return {
    progress,
    run: async (deed, errands) => {
      const outcomes: Outcome[] = [];
      for (const errand of errands) {
        setProgress({ done: outcomes.length, all: errands.length });
        outcomes.push(await one(errand));
      }
      setProgress(null);
      return { deed, outcomes };
    },
  };
}
