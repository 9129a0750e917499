/** The request form with a script: mistakes are found before a slow network is asked. */
import { checkForm, checkRequest, wordIssue, type FormField, type Issue } from 'strapi-plugin-ticketing/domain';
import { chosenIn, fileInputs } from './files/choose';
import { showErrors, type ShownError } from './form-errors';
import { language } from './sentences';

const form = document.querySelector<HTMLFormElement>('form[data-request]');

/** The same rules the server will apply to what every request must say and to the service's own fields. */
function mistakes(of: HTMLFormElement, fields: readonly FormField[]): ShownError[] {
  const data = new FormData(of);
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  const answers = Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'file')
      .map(({ key, type }) => [key, type === 'multiselect' ? data.getAll(`form.${key}`) : text(`form.${key}`)]),
  );
  const isThere = (key: string): boolean =>
    fileInputs(of).some((input) => input.name === `file.${key}` && chosenIn(input).length > 0);
  const files = fields
    .filter(({ key, type, required }) => type === 'file' && required && !isThere(key))
    .map(({ key }): Issue => ({ field: `form.${key}`, code: 'required' }));
  const labels = Object.fromEntries(fields.map(({ key, label }) => [`form.${key}`, label]));
  return [...checkRequest(text), ...checkForm(fields, answers, Date.now()).issues, ...files].map((issue) => ({
    field: issue.field,
    message: wordIssue(language(), issue, labels),
  }));
}

if (form) {
  const { fields } = JSON.parse(form.querySelector('[data-rules]')?.textContent ?? '{}') as { fields: FormField[] };
  form.addEventListener('submit', (event) => {
    // Looking for similar requests asks for nothing to be complete.
    if (event.submitter?.hasAttribute('formnovalidate')) return;
    const errors = mistakes(form, fields);
    if (!errors.length) return;
    event.preventDefault();
    showErrors(form, errors);
  });
}
