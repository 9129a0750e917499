import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'ticketing.draft.';

function read<T extends object>(key: string, empty: T): T {
  try {
    const stored: unknown = JSON.parse(window.sessionStorage.getItem(PREFIX + key) ?? 'null');
    return stored && typeof stored === 'object' ? { ...empty, ...stored } : empty;
  } catch {
    return empty;
  }
}

/**
 * What somebody is typing, kept in this tab until it is sent: it survives a reload, an expired session and a closed
 * dialog, and never leaves the browser. `clear` forgets it.
 */
export function useDraft<T extends object>(
  key: string,
  empty: T,
): readonly [T, (change: Partial<T>) => void, () => void] {
  const [draft, setDraft] = useState<{ key: string; value: T }>(() => ({ key, value: read(key, empty) }));
  const value = draft.key === key ? draft.value : read(key, empty);
  useEffect(() => {
    if (draft.key !== key) return;
    try {
      if (JSON.stringify(draft.value) === JSON.stringify(empty)) window.sessionStorage.removeItem(PREFIX + key);
      else window.sessionStorage.setItem(PREFIX + key, JSON.stringify(draft.value));
    } catch {
      // A full or forbidden storage costs the safety net, not the work.
    }
  });
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft((before) => ({ key, value: { ...(before.key === key ? before.value : read(key, empty)), ...part } })),
    [key, empty],
  );
  const clear = useCallback(() => setDraft({ key, value: empty }), [key, empty]);
  return [value, change, clear];
}
