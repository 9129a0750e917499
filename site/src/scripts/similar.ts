/**
 * While a title is typed, shows what the own unit already reported. The server makes the list; this only asks for it.
 */
const PAUSE_MS = 400;
const PATIENCE_MS = 5000;
const SHORTEST = 4;

const region = document.querySelector<HTMLElement>('[data-similar]');
const said = document.querySelector<HTMLElement>('[data-similar-said]');
const title = document.querySelector<HTMLInputElement>('form[data-request] input[name=title]');

if (region && title) {
  let waiting = 0;
  let asking: AbortController | null = null;
  let asked = '';
  const ask = async (): Promise<void> => {
    const typed = title.value.trim();
    if (typed === asked) return;
    asked = typed;
    asking?.abort();
    if (typed.length < SHORTEST) {
      region.replaceChildren();
      return;
    }
    asking = new AbortController();
    const url = new URL(region.dataset['similar'] ?? '', location.href);
    url.searchParams.set('judul', typed);
    try {
      const response = await fetch(url, { signal: AbortSignal.any([asking.signal, AbortSignal.timeout(PATIENCE_MS)]) });
      if (!response.ok) return;
      region.innerHTML = await response.text();
      // Said once and short; the list itself can be read when wanted.
      if (said) said.textContent = region.querySelector('h3')?.textContent ?? '';
    } catch {
      // A hint that does not come is no reason to disturb who is typing; the next letter asks again.
      asked = '';
    }
  };
  title.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  title.addEventListener('change', () => void ask());
  if (title.value) void ask();
}

export {};
