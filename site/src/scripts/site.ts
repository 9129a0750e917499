/** What every page gains from a script: no double sending, menus that close, drafts that leave with their writer. */
import { remembered } from './draft/own';
import { deleteDraft, clearDrafts } from './draft/store';
import { deleteFiles } from './files/store';

const busy = (form: HTMLFormElement, button: HTMLElement | null): void => {
  form.dataset['sent'] = 'yes';
  if (!(button instanceof HTMLButtonElement)) return;
  button.setAttribute('aria-disabled', 'true');
  const { busy: word } = button.dataset;
  if (word) {
    button.dataset['idle'] = button.textContent;
    button.textContent = word;
  }
};
const idle = (form: HTMLFormElement): void => {
  delete form.dataset['sent'];
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[aria-disabled]')) {
    button.removeAttribute('aria-disabled');
    if (button.dataset['idle']) button.textContent = button.dataset['idle'];
  }
};

addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented) return;
  if (form.matches('[data-sign-out]')) clearDrafts();
  if (!form.matches('[data-once]')) return;
  if (form.dataset['sent']) event.preventDefault();
  else busy(form, event.submitter);
});

// A page that comes back from the browser's memory may be sent again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(idle);
});

const menus = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]'),
];
document.addEventListener('click', ({ target }) => {
  for (const menu of menus()) if (!menu.contains(target as Node)) menu.open = false;
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

const { address } = document.body.dataset;
if (address) history.replaceState(null, '', address);

// Errors found by the server are where reading should begin.
document.querySelector<HTMLElement>('[data-errors]:not([hidden])')?.focus();

// A letter that asks something leads to where the answer is written. Going there takes the focus away, until all is loaded.
if (location.hash === '#balas')
  addEventListener('load', () =>
    document.querySelector<HTMLElement>('#balas textarea')?.focus({ preventScroll: true }),
  );

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-error-list] a, [data-field-link]');
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const fold = field.closest('details');
  if (fold) fold.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
});

const { draftDone } = document.querySelector<HTMLElement>('[data-draft-done]')?.dataset ?? {};
const sent = draftDone && remembered(draftDone);
if (sent) {
  deleteDraft(sent);
  void deleteFiles(sent);
}
// Signing out left this page behind; a closing page may not have had the time to forget.
if (document.querySelector('[data-forget]')) clearDrafts();

// Where pages may be installed: an offline page, and assets that never change. Never in development, whose assets do.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener(
    'load',
    () => void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined),
  );
