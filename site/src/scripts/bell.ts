/** Keeps the count on the bell up to date, over the page's own line where it has one. */
const bell = document.querySelector<HTMLElement>('[data-bell]');
/** Several events of one moment are counted once. */
const GATHER_MS = 600;

function watch(at: HTMLElement): void {
  const { source = '', count = '' } = at.dataset;
  const mark = at.querySelector<HTMLElement>('[data-bell-count]');
  let line: EventSource | null = null;
  let waiting = 0;

  const recount = async (): Promise<void> => {
    waiting = 0;
    const response = await fetch(count, { redirect: 'error' }).catch(() => null);
    if (!response?.ok || !mark) return;
    const { unread } = (await response.json()) as { unread: number };
    mark.textContent = unread > 99 ? '99+' : String(unread);
    mark.hidden = unread === 0;
  };
  const gather = (): void => {
    waiting ||= window.setTimeout(() => void recount(), GATHER_MS);
  };
  // A page that watches its tickets has a line already, and passes on what it hears.
  if (document.querySelector('[data-live]')) return document.addEventListener('notice', gather);

  function open(): void {
    if (line || document.hidden) return;
    line = new EventSource(source);
    line.addEventListener('notice', gather);
  }
  const close = (): void => {
    line?.close();
    line = null;
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return close();
    gather();
    open();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
}

if (bell && 'EventSource' in window) watch(bell);
