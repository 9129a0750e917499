import { useAuth } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import type { LiveEvent } from '../../../domain';

/** What happened to a ticket; null when something may have been missed. */
type Hear = (event: LiveEvent | null) => void;

/** The panel is served by the very server it asks. */
const ADDRESS = '/ticketing/events';
const SOONEST_MS = 5000;
const LATEST_MS = 60_000;

const ears = new Set<Hear>();
let isOpen = false;

/** While there is a line, asking over and over is only for safety. */
export const isListening = (): boolean => isOpen;
export function onNews(hear: Hear): () => void {
  ears.add(hear);
  return () => {
    ears.delete(hear);
  };
}
const tell: Hear = (event) => {
  for (const hear of ears) hear(event);
};

/** Somebody who looks at this window was told something. */
const NOTICE = 'ticketing:notice';
export function useNoticeNews(hear: () => void): void {
  useEffect(() => {
    window.addEventListener(NOTICE, hear);
    return () => window.removeEventListener(NOTICE, hear);
  }, [hear]);
}

function read(block: string): void {
  const fields = new Map(
    block.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  if (fields.get('event') === 'ticket') tell(JSON.parse(fields.get('data') ?? 'null') as LiveEvent | null);
  if (fields.get('event') === 'notice') window.dispatchEvent(new Event(NOTICE));
  if (fields.get('event') === 'reset') tell(null);
}

/**
 * One line until it ends. A browser's own event source cannot carry the panel's token, so the answer is read as it
 * comes.
 */
async function listen(token: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(ADDRESS, { headers: { authorization: `Bearer ${token}` }, signal });
  const reader = response.ok ? response.body?.getReader() : undefined;
  if (!reader) return;
  isOpen = true;
  const decoder = new TextDecoder();
  let text = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += decoder.decode(piece.value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    blocks.forEach(read);
  }
}

/**
 * Keeps a line to the server open while somebody looks at this window; without one the panel asks as often as before.
 */
export function useEventLine(): void {
  const token = useAuth('ticketing', (state) => state.token);
  useEffect(() => {
    if (!token) return;
    let controller: AbortController | null = null;
    let timer = 0;
    let wait = SOONEST_MS;
    async function open(): Promise<void> {
      const own = new AbortController();
      controller = own;
      const since = Date.now();
      await listen(token ?? '', own.signal).catch(() => undefined);
      if (controller !== own) return;
      controller = null;
      isOpen = false;
      wait = Date.now() - since > LATEST_MS ? SOONEST_MS : Math.min(wait * 2, LATEST_MS);
      timer = window.setTimeout(look, wait);
    }
    function close(): void {
      window.clearTimeout(timer);
      controller?.abort();
      controller = null;
      isOpen = false;
    }
    function look(): void {
      if (document.hidden) close();
      else if (!controller) void open();
    }
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, [token]);
}
