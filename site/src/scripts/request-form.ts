/** The request form with a script: mistakes are found before a slow network is asked. */
import { checkForm, wordIssue, type FormField, type Issue, type Language } from 'strapi-plugin-ticketing/domain';
import { showErrors, type ShownError } from './form-errors';

const form = document.querySelector<HTMLFormElement>('form[data-request]');

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
  listFiles(form);
  form.addEventListener('submit', (event) => {
    const errors = mistakes(form, fields, lang);
    if (!errors.length) return;
    event.preventDefault();
    showErrors(form, errors);
  });
}
