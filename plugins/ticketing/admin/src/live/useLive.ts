import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveEvent, Refusal } from '../../../domain';
import { toRefusal } from '../api/useClient';
import { isListening, onNews } from './events';
import { isIdle } from './idle';
import { recall, remember } from './memory';

/** An answer that keeps itself fresh. */
export interface Live<T> {
  readonly data: T | undefined;
  /** Why the last attempt failed; older data stays beside it. */
  readonly refusal: Refusal | null;
  /** `data` answers an earlier question while the new one is under way. */
  readonly isStale: boolean;
  readonly refresh: () => void;
  /** A fresher answer that came another way, such as the reply to an action. */
  readonly replace: (data: T) => void;
}

interface Shown<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly refusal: Refusal | null;
}
interface Options {
  readonly every?: number;
  /** Show the earlier answer until the new one is here. */
  readonly keepsEarlier?: boolean;
  /** Which news make the answer old at once; null stands for news that may have been missed. */
  readonly hears?: (event: LiveEvent | null) => boolean;
}

const FASTEST_MS = 1000;
/** After failures the wait doubles, up to eight times its length. */
const SLOWEST_DOUBLING = 3;
/** Where news come by themselves, asking is for safety only, this many times more seldom. */
const CALMER = 6;
/** News that come close together are asked after once. */
const GATHER_MS = 300;

/**
 * Asks `load` whenever `key` changes, every so many milliseconds, and when the window comes back into view; never twice
 * at once, and not while the tab is hidden or nobody has touched it for long. What it hears of, it asks after at once.
 */
export function useLive<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  { every = 10_000, keepsEarlier = false, hears }: Options = {},
): Live<T> {
  const [shown, setShown] = useState<Shown<T>>(() => ({ key, data: recall<T>(key), refusal: null }));
  const latest = useRef(load);
  latest.current = load;
  const listens = useRef(hears);
  listens.current = hears;
  const engine = useRef<{ run: () => void; replace: (data: T) => void } | null>(null);

  useEffect(() => {
    let timer = 0;
    let failures = 0;
    let startedAt = 0;
    let controller = new AbortController();
    const show = (data: T) => {
      remember(key, data);
      setShown({ key, data, refusal: null });
    };
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(
        tick,
        every * (listens.current && isListening() ? CALMER : 1) * 2 ** Math.min(failures, SLOWEST_DOUBLING),
      );
    };
    const begin = () => {
      controller.abort();
      controller = new AbortController();
      startedAt = Date.now();
      return controller.signal;
    };
    async function run() {
      const signal = begin();
      try {
        const data = await latest.current(signal);
        if (signal.aborted) return;
        failures = 0;
        show(data);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        setShown((before) => ({
          key,
          data: before.key === key ? before.data : recall<T>(key),
          refusal: toRefusal(error),
        }));
      }
      later();
    }
    function tick() {
      if (document.hidden || isIdle()) later();
      else void run();
    }
    let gathering = 0;
    const forget = onNews((event) => {
      if (listens.current?.(event) && !gathering)
        gathering = window.setTimeout(() => {
          gathering = 0;
          tick();
        }, GATHER_MS);
    });
    const wake = () => {
      if (!document.hidden && Date.now() - startedAt > FASTEST_MS) void run();
    };
    engine.current = {
      run: () => void run(),
      replace: (data) => {
        begin();
        show(data);
        later();
      },
    };
    window.addEventListener('focus', wake);
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    void run();
    return () => {
      controller.abort();
      forget();
      window.clearTimeout(gathering);
      window.clearTimeout(timer);
      window.removeEventListener('focus', wake);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      engine.current = null;
    };
  }, [key, every]);

  const refresh = useCallback(() => engine.current?.run(), []);
  const replace = useCallback((data: T) => engine.current?.replace(data), []);
  const isCurrent = shown.key === key;
  const known = isCurrent ? shown.data : recall<T>(key);
  return {
    data: known ?? (keepsEarlier ? shown.data : undefined),
    refusal: isCurrent ? shown.refusal : null,
    isStale: !isCurrent,
    refresh,
    replace,
  };
}
