import { useEffect, useState } from 'react';
import type { MacroStep } from '../../../../domain';

/** How long a macro can be taken back by one press. */
const OFFERED_MS = 15_000;

/** What was just done and can be taken back, for some seconds. */
export function useTakeBack(): readonly [readonly MacroStep[], (steps: readonly MacroStep[]) => void] {
  const [done, setDone] = useState<readonly MacroStep[]>([]);
  useEffect(() => {
    if (done.length === 0) return;
    const timer = window.setTimeout(() => setDone([]), OFFERED_MS);
    return () => window.clearTimeout(timer);
  }, [done]);
  return [done, (steps) => setDone(steps.filter(({ back }) => back !== null))];
}
