import { namedIn, type Colleague } from '../../../../domain';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import type { Mode } from '../ModeChoice';

const EVERY_MS = 300_000;
const NOBODY: readonly Colleague[] = [];

/** Colleagues who may be named in a message, asked for once an `@` is written; and those whom it names. */
export interface Colleagues {
  readonly found: readonly Colleague[];
  readonly named: readonly Colleague[];
  /** An `@` stands there, and who may be meant is on its way. */
  readonly isAwaited: boolean;
  readonly isMissing: boolean;
  readonly retry: () => void;
}

export function useColleagues(number: string, mode: Mode, text: string): Colleagues {
  const client = useClient();
  const isAsked = text.includes('@');
  const { data, refusal, refresh } = useLive(
    `colleagues.${number}.${isAsked ? 'asked' : 'none'}`,
    (signal) => (isAsked ? client.listColleagues({ number }, { signal }) : Promise.resolve([])),
    { every: EVERY_MS },
  );
  const found = isAsked && data ? data.filter(({ readsNotes }) => mode === 'public' || readsNotes) : NOBODY;
  return {
    found,
    named: isAsked ? namedIn(text, found) : NOBODY,
    isAwaited: isAsked && !data && !refusal,
    isMissing: isAsked && !data && refusal !== null,
    retry: refresh,
  };
}
