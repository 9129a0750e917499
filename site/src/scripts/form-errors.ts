/** Shows errors exactly where and how the server would: on top, and beside each field. */
import { errorId, fieldId } from '../lib/forms/field-ids';

export interface ShownError {
  readonly field: string;
  readonly message: string;
}

function clear(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll('.field.has-error')) {
    field.classList.remove('has-error');
    field.querySelector('.error')?.remove();
    field.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
  }
}

function mark(form: HTMLFormElement, { field, message }: ShownError): void {
  const frame = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const input = document.getElementById(fieldId(field));
  if (!frame || frame.classList.contains('has-error')) return;
  frame.classList.add('has-error');
  const note = Object.assign(document.createElement('p'), {
    className: 'error',
    id: errorId(field),
    textContent: message,
  });
  (frame.querySelector('.hint') ?? frame.querySelector('label, legend'))?.after(note);
  const described = frame.tagName === 'FIELDSET' ? frame : input;
  described?.setAttribute(
    'aria-describedby',
    [...new Set([...(described.getAttribute('aria-describedby')?.split(' ') ?? []), note.id])].join(' '),
  );
  input?.setAttribute('aria-invalid', 'true');
}

/** `message` replaces the summary's title when there is more to say than that something needs mending. */
export function showErrors(form: HTMLFormElement, errors: readonly ShownError[], message: string | null = null): void {
  clear(form);
  const summary = form.querySelector<HTMLElement>('[data-errors]');
  const list = summary?.querySelector<HTMLElement>('[data-error-list]');
  // In the order of the page, whatever order the rules found them in.
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')].map(({ dataset }) => dataset['field'] ?? '');
  const sorted = [...errors].sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field));
  for (const error of sorted) mark(form, error);
  list?.replaceChildren(
    ...sorted.map(({ field, message }) => {
      const item = document.createElement('li');
      item.append(Object.assign(document.createElement('a'), { href: `#${fieldId(field)}`, textContent: message }));
      return item;
    }),
  );
  if (list) list.hidden = sorted.length === 0;
  const title = summary?.querySelector('.strong');
  if (title && message) title.textContent = message;
  if (!summary) return;
  summary.hidden = false;
  summary.focus();
  summary.scrollIntoView({ block: 'start' });
}
