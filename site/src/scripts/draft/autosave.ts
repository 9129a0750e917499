import { CHOSEN, chosenIn, fileInputs, setFiles } from '../files/choose';
import { deleteFiles, saveFiles, readFiles, type Kept } from '../files/store';
import { sentence } from '../sentences';
import { claim, freshId, keepOwn, letGo } from './own';
import { deleteDraft, saveDraft, readDraft, type Draft } from './store';

type Values = Record<string, string[]>;
/** Forms that have been sent: a timer that still runs must not keep them again. */
const settled = new WeakSet<HTMLFormElement>();

/**
 * The values of a form, with the key of this one sending, so that a retry is the same request. Files are kept beside
 * it.
 */
const typedIn = (of: HTMLFormElement): Values => {
  const values: Values = {};
  for (const [name, value] of new FormData(of)) if (typeof value === 'string') (values[name] ??= []).push(value);
  return values;
};
const filesIn = (of: HTMLFormElement): Kept =>
  Object.fromEntries(fileInputs(of).map((input) => [input.name, chosenIn(input)]));
/** The key alone is nothing anybody typed. */
const comparable = ({ idempotencyKey: _, ...values }: Values): string => JSON.stringify(values);

function fill(of: HTMLFormElement, values: Draft['values']): void {
  for (const element of of.elements) {
    if (!(
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ))
      continue;
    const given = values[element.name];
    if (element.type === 'file' || (element.type === 'hidden' && element.name !== 'idempotencyKey')) continue;
    if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type))
      element.checked = given?.includes(element.value) ?? false;
    else if (given) element.value = given[0] ?? '';
  }
}

/** Puts kept files back, and names those that were too large to keep. */
async function refill(of: HTMLFormElement, id: string, names: readonly string[]): Promise<void> {
  const kept = await readFiles(id);
  for (const input of fileInputs(of))
    if (!chosenIn(input).length && kept[input.name]?.length) setFiles(input, kept[input.name] ?? []);
  const back = Object.values(kept).flatMap((files) => files.map(({ name }) => name));
  const lost = names.filter((name) => !back.includes(name));
  const place = of.querySelector<HTMLElement>('[data-draft-lost]');
  if (place) {
    place.hidden = lost.length === 0;
    place.textContent = lost.length ? sentence('draft.lost', { names: lost.join(', ') }) : '';
  }
  if (back.length && !lost.length)
    document.querySelectorAll<HTMLElement>('[data-files-lost]').forEach((notice) => {
      notice.textContent = sentence('draft.filesBack', { count: back.length });
    });
}

/**
 * Keeps what is typed and chosen on this device until it has been sent, and brings it back. `data-draft` says whose and
 * of what it is, and then also which of several tabs keeps it.
 */
export async function autosave(of: HTMLFormElement): Promise<void> {
  const subject = of.dataset['draft'] ?? '';
  const isFresh = !document.querySelector('[data-errors]:not([hidden])') && !document.body.dataset['address'];
  // What the server brought back was typed by somebody; only an untouched form is blank.
  const blank = isFresh ? comparable(typedIn(of)) : null;
  let { id, isElsewhere } = await claim(subject, isFresh);
  // Whoever was quicker than this keeps what they typed, and the draft stays where it was.
  if (isFresh && comparable(typedIn(of)) !== blank) {
    letGo(id);
    ({ id, isElsewhere } = { id: freshId(subject), isElsewhere: false });
  }
  of.dataset['draft'] = id;
  const state = of.querySelector<HTMLElement>('[data-draft-state]');
  const drop = of.querySelector<HTMLButtonElement>('[data-draft-drop]');
  const showState = (word: 'draft.saved' | 'draft.restored' | 'draft.elsewhere' | null): void => {
    if (state) state.textContent = word ? sentence(word) : '';
    if (drop) drop.hidden = !word || word === 'draft.elsewhere';
  };
  const draft = readDraft(id);
  if (draft) keepOwn(subject, id);
  if (draft && isFresh) {
    fill(of, draft.values);
    showState('draft.restored');
    if (draft.isUnsent) of.dispatchEvent(new CustomEvent('unsent'));
  } else if (isElsewhere) showState('draft.elsewhere');

  let waiting = 0;
  const save = (isUnsent = false): void => {
    clearTimeout(waiting);
    waiting = 0;
    if (settled.has(of)) return;
    const values = typedIn(of);
    const files = Object.values(filesIn(of)).flatMap((chosen) => chosen.map(({ name }) => name));
    if (comparable(values) === blank && files.length === 0) {
      deleteDraft(id);
      return showState(null);
    }
    const kept: Draft = {
      at: Date.now(),
      address: location.pathname + location.search,
      label: of.dataset['draftLabel'] ?? '',
      title: values['title']?.[0] ?? values['body']?.[0] ?? '',
      values,
      files,
      ...(isUnsent && { isUnsent }),
    };
    keepOwn(subject, id);
    if (saveDraft(id, { ...kept, address: document.body.dataset['address'] ?? kept.address })) showState('draft.saved');
  };
  of.addEventListener('input', ({ target }) => {
    if ((target as HTMLInputElement).type !== 'file') {
      clearTimeout(waiting);
      waiting = window.setTimeout(save, 500);
    }
  });
  of.addEventListener('send-failed', () => save(true));
  addEventListener('pagehide', () => {
    if (waiting) save();
  });
  drop?.addEventListener('click', () => {
    clearTimeout(waiting);
    waiting = 0;
    of.reset();
    for (const input of fileInputs(of)) setFiles(input, []);
    deleteDraft(id);
    void deleteFiles(id);
    showState(null);
    of.querySelector<HTMLElement>('.input')?.focus();
  });
  // What was kept is put back before anything new is kept over it.
  void refill(of, id, draft?.files ?? []).then(() =>
    of.addEventListener(CHOSEN, () => {
      if (settled.has(of)) return;
      void saveFiles(id, filesIn(of));
      save();
    }),
  );
}

/** Ends the draft of a form that has been sent: nothing of it stays, and nothing more of it is kept. */
export function markSent(of: HTMLFormElement): void {
  settled.add(of);
  const id = of.dataset['draft'] ?? '';
  deleteDraft(id);
  void deleteFiles(id);
}
