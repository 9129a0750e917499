/** The request form with a script: mistakes are found before a slow network is asked. */
import {
  checkForm,
  checkRequest,
  examplesFor,
  wibMinute,
  wordIssue,
  type Fits,
  type FormField,
  type Issue,
} from 'strapi-plugin-ticketing/domain';
import { chosenIn, fileInputs } from './files/choose';
import { showErrors, type ShownError } from './form-errors';
import { language } from './sentences';

const form = document.querySelector<HTMLFormElement>('form[data-request]');

interface Rules {
  readonly fields: readonly FormField[];
  /** The two questions in their own words, as labels. */
  readonly questions: Readonly<Record<string, string>>;
}

/** Patterns are read by an engine that few forms have a use for; until it is here, they are left to the server. */
let fits: Fits = () => true;

/** The same rules the server will apply to what every request must say and to the service's own fields. */
function mistakes(of: HTMLFormElement, { fields, questions }: Rules): ShownError[] {
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
  const labels = {
    ...questions,
    ...Object.fromEntries(fields.map(({ key, label }) => [`form.${key}`, label])),
  };
  const examples = examplesFor(fields);
  return [...checkRequest(text), ...checkForm(fields, answers, Date.now(), fits).issues, ...files].map((issue) => ({
    field: issue.field,
    message: wordIssue(language(), issue, labels, examples),
  }));
}

if (form) {
  const rules = JSON.parse(form.querySelector('[data-rules]')?.textContent ?? '{}') as Rules;
  if (rules.fields.some(({ pattern }) => pattern))
    void import('strapi-plugin-ticketing/pattern').then((engine) => (fits = engine.fits));
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-now]')) {
    const field = document.getElementById(button.dataset['now'] ?? '');
    if (!(field instanceof HTMLInputElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      field.value = wibMinute(Date.now());
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  form.addEventListener('submit', (event) => {
    // Looking for similar requests asks for nothing to be complete.
    if (event.submitter?.hasAttribute('formnovalidate')) return;
    const errors = mistakes(form, rules);
    if (!errors.length) return;
    event.preventDefault();
    showErrors(form, errors);
  });
}
