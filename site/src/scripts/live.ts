/**
 * Keeps an open page up to date without taking anything away from whoever is typing. Without a line it is simply a
 * page.
 */
import type { LiveEvent } from 'strapi-plugin-ticketing/domain';
import { refreshParts } from './live-parts';

const root = document.querySelector<HTMLElement>('[data-live]');
/** News that come close together are looked at once. */
const GATHER_MS = 400;

function watch(at: HTMLElement): void {
  const { live: subject = '', source = '', changed = '', updated = '' } = at.dataset;
  const said = at.querySelector<HTMLElement>('[data-live-said]');
  const news = at.querySelector<HTMLElement>('[data-live-news]');
  let line: EventSource | null = null;
  let last = Number(at.dataset['since']);
  let waiting = 0;

  const tell = (): void => {
    if (!news?.hidden) return;
    news.hidden = false;
    if (said) said.textContent = changed;
  };
  const refresh = async (): Promise<void> => {
    waiting = 0;
    const outcome = subject ? await refreshParts(at) : 'behind';
    if (outcome === 'behind') tell();
    if (outcome === 'fresh' && said) said.textContent = updated;
  };
  const gather = (): void => {
    waiting ||= window.setTimeout(() => void refresh(), GATHER_MS);
  };

  function open(): void {
    if (line || document.hidden) return;
    line = new EventSource(`${source}?sejak=${last}`);
    line.addEventListener('ticket', ({ data, lastEventId }: MessageEvent<string>) => {
      const { number, updatedAt } = JSON.parse(data) as LiveEvent;
      last = Math.max(last, Number(lastEventId) || 0);
      if ((!subject || number === subject) && updatedAt > (at.dataset['seen'] ?? '')) gather();
    });
    // The bell has no line of its own beside this one.
    line.addEventListener('notice', () => document.dispatchEvent(new Event('notice')));
    line.addEventListener('reset', () => {
      last = Math.max(last, Date.now());
      gather();
    });
  }
  const close = (): void => {
    line?.close();
    line = null;
  };

  // A browser keeps few lines to one server: a page nobody looks at gives its own back, and catches up afterwards.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else open();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
}

if (root && 'EventSource' in window) watch(root);
