import { useCallback, useRef } from 'react';

/** Works without a secure context too, where `crypto.randomUUID` is missing. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A key for what is about to be sent, and a way to say that it was sent. */
export interface Keys {
  readonly keyFor: (content: object) => string;
  readonly spend: () => void;
}

/**
 * The same content keeps its key until it was written, so that a second press, or another try after silence, writes
 * once; other words are another sending.
 */
export function useKey(): Keys {
  const kept = useRef<{ content: string; key: string } | null>(null);
  const keyFor = useCallback((content: object): string => {
    const text = JSON.stringify(content);
    if (kept.current?.content !== text) kept.current = { content: text, key: newKey() };
    return kept.current.key;
  }, []);
  const spend = useCallback(() => {
    kept.current = null;
  }, []);
  return { keyFor, spend };
}
