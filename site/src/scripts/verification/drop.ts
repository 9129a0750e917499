import { formatFor } from '../../lib/format';

/** A card that takes one dropped file, and says before anything is sent when that is too large. */
function arm(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const objection = form.querySelector<HTMLElement>('[data-drop-objection]');
  if (!input || !objection) return;
  const { bytes } = formatFor(document.documentElement.lang === 'en' ? 'en' : 'id');
  const isFit = (): boolean => {
    const size = input.files?.[0]?.size ?? 0;
    objection.hidden = size <= Number(form.dataset['most']);
    objection.textContent = objection.hidden
      ? ''
      : (form.dataset['tooLarge'] ?? '').replace('{size}', () => bytes(size));
    return objection.hidden;
  };
  const mark = (isOver: boolean): void => void form.classList.toggle('over', isOver);
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  form.addEventListener('dragleave', () => mark(false));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    if (isFit()) form.requestSubmit();
  });
  input.addEventListener('change', isFit);
  // Before anything else hears of it, so that no button is put to sleep for what is not sent.
  form.addEventListener(
    'submit',
    (event) => {
      if (isFit()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-drop]')) arm(form);
