/** The request form with a script: a draft that survives anything, and mistakes found before a slow network is asked. */
import { checkForm, wordIssue, type FormField, type Issue, type Language } from 'strapi-plugin-ticketing/domain';
import { dropDraft, keepDraft, readDraft, type Draft } from './draft-store';
import { showErrors, type ShownError } from './form-errors';

const form = document.querySelector<HTMLFormElement>('form[data-request]');

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

function keepDrafts(of: HTMLFormElement, id: string): void {
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
    const now = typedIn(of);
    if (JSON.stringify(now) !== blank && keepDraft(id, now)) say('saved');
  };
  of.addEventListener('input', () => { clearTimeout(waiting); waiting = window.setTimeout(save, 500); });
  addEventListener('pagehide', () => { if (waiting) save(); });
  drop?.addEventListener('click', () => { clearTimeout(waiting); waiting = 0; dropDraft(id); of.reset(); say(null); of.querySelector<HTMLElement>('#f-title')?.focus(); });
}

/** Names and sizes of chosen files, since a file input alone says little on a phone. */
function listFiles(of: HTMLFormElement): void {
  for (const input of of.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    input.addEventListener('change', () => {
      const list = input.parentElement?.querySelector<HTMLElement>('[data-chosen]');
      if (!list) return;
      list.hidden = !input.files?.length;
      list.replaceChildren(...[...(input.files ?? [])].map(({ name, size }) => Object.assign(document.createElement('li'), { textContent: `${name} (${(size / 1024 ** 2).toFixed(1)} MB)` })));
    });
  }
}

/** The same rules the server will apply to the service's own fields, and to what every request must say. */
function mistakes(of: HTMLFormElement, fields: readonly FormField[], lang: Language): ShownError[] {
  const data = new FormData(of);
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  const answers = Object.fromEntries(fields.filter(({ type }) => type !== 'file').map(({ key, type }) => [key, type === 'multiselect' ? data.getAll(`form.${key}`) : text(`form.${key}`)]));
  const common = ['title', 'description', 'impact', 'urgency', 'contact.name', 'contact.phone'].filter((name) => !text(name)).map((field): Issue => ({ field, code: 'required' }));
  const files = fields.filter(({ key, type, required }) => type === 'file' && required && !data.getAll(`file.${key}`).some((file) => file instanceof File && file.name)).map(({ key }): Issue => ({ field: `form.${key}`, code: 'required' }));
  const labels = Object.fromEntries(fields.map(({ key, label }) => [`form.${key}`, label]));
  return [...common, ...checkForm(fields, answers).issues, ...files].map((issue) => ({ field: issue.field, message: wordIssue(lang, issue, labels) }));
}

if (form) {
  const { lang, fields } = JSON.parse(form.querySelector('[data-rules]')?.textContent ?? '{}') as { lang: Language; fields: FormField[] };
  keepDrafts(form, form.dataset['draft'] ?? '');
  listFiles(form);
  form.addEventListener('submit', (event) => {
    const errors = mistakes(form, fields, lang);
    if (!errors.length) return;
    event.preventDefault();
    showErrors(form, errors);
  });
}
