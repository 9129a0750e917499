/** A screen that nobody touches: it brings itself up to date, survives what fails, and says when its numbers are old. */
import { refreshParts } from './live-parts';

const wall = document.querySelector<HTMLElement>('[data-wall]');
const EVERY_MS = 60_000;
/** News that come close together are looked at once. */
const GATHER_MS = 2000;
/** Now and then the whole page is made anew, so that a screen does not stay with the styles of an old release. */
const ANEW_MS = 6 * 60 * 60_000;
const began = Date.now();

function watch(at: HTMLElement): void {
  const stale = at.querySelector<HTMLElement>('[data-wall-stale]');
  let waiting = 0;
  const refresh = async (): Promise<void> => {
    window.clearTimeout(waiting);
    waiting = 0;
    const isStale = (await refreshParts(at)) === 'behind';
    if (stale) stale.hidden = !isStale;
    if (!isStale && Date.now() - began > ANEW_MS) location.reload();
  };
  window.setInterval(() => void refresh(), EVERY_MS);
  const source = at.dataset['source'];
  if (!source || !('EventSource' in window)) return;
  new EventSource(source).addEventListener('ticket', () => {
    waiting ||= window.setTimeout(() => void refresh(), GATHER_MS);
  });
}

if (wall) watch(wall);
