import { dropDraft, keepDraft, readDraft, type Draft } from './draft-store';

/** Everything typed, without files and without the key of this one sending. */
const typedIn = (of: HTMLFormElement): Draft => {
  const draft: Record<string, string[]> = {};
  for (const [name, value] of new FormData(of)) if (typeof value === 'string' && name !== 'kunci') (draft[name] ??= []).push(value);
  return draft;
};

function fill(of: HTMLFormElement, draft: Draft): void {
  for (const element of of.elements) {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)) continue;
    const values = draft[element.name];
    if (!values || element.type === 'file' || element.type === 'hidden') continue;
    if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)) element.checked = values.includes(element.value);
    else element.value = values[0] ?? '';
  }
}

/** Keeps what is typed on this device until it has been sent, and brings it back. `data-draft` says whose and of what it is. */
export function keepDrafts(of: HTMLFormElement): void {
  const id = of.dataset['draft'] ?? '';
  const state = of.querySelector<HTMLElement>('[data-draft-state]');
  const drop = of.querySelector<HTMLButtonElement>('[data-draft-drop]');
  const say = (word: 'saved' | 'restored' | null): void => {
    if (state) state.textContent = word ? (state.dataset[word] ?? '') : '';
    if (drop) drop.hidden = !word;
  };
  const blank = JSON.stringify(typedIn(of));
  const isFresh = !document.querySelector('[data-errors]:not([hidden])') && !document.body.dataset['address'];
  const draft = isFresh ? readDraft(id) : null;
  if (draft) { fill(of, draft); say('restored'); }

  let waiting = 0;
  const save = (): void => {
    clearTimeout(waiting);
    waiting = 0;
    const now = typedIn(of);
    if (JSON.stringify(now) !== blank && keepDraft(id, now)) say('saved');
  };
  of.addEventListener('input', () => { clearTimeout(waiting); waiting = window.setTimeout(save, 500); });
  addEventListener('pagehide', () => { if (waiting) save(); });
  drop?.addEventListener('click', () => { clearTimeout(waiting); waiting = 0; dropDraft(id); of.reset(); say(null); of.querySelector<HTMLElement>('.input')?.focus(); });
}
