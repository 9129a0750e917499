/** A form that sends itself: nothing on the page is lost while it does, whatever the network or the session do. */
import { leaveFor } from './leave';
import { chosenIn, fileInputs, filesReady } from '../files/choose';
import { markSent } from '../draft/autosave';
import { readDraft } from '../draft/store';
import { showErrors } from '../form-errors';
import { sentence } from '../sentences';
import { sendFiles, type Destination } from './files';
import { button, panelIn, type Panel } from './panel';
import { post, type PostResult } from './post';

const prefix = (): string => (document.documentElement.lang === 'en' ? '/en' : '');
const hasFiles = (form: HTMLFormElement): boolean => fileInputs(form).some((input) => chosenIn(input).length > 0);
/** The ticket that files alone go to: of a form that has nothing else, or an answer without a word. */
const filesOnlyTo = (form: HTMLFormElement): string | undefined =>
  form.dataset['ticket'] ??
  (hasFiles(form) && ![...form.querySelectorAll('textarea')].some(({ value }) => value.trim())
    ? form.dataset['answers']
    : undefined);
/** Files alone have their form's draft; those that follow words are left with the ticket's next answer. */
const shelfOf = (form: HTMLFormElement, number: string): string => {
  const draft = form.dataset['draft'] ?? '';
  return filesOnlyTo(form) ? draft : `${draft.split(':')[0]}:${number}`;
};

/**
 * Signing in again leads back here, where the draft waits; where no draft can be kept, the server carries what was
 * typed.
 */
function signInAgain(form: HTMLFormElement): void {
  if (!readDraft(form.dataset['draft'] ?? '')) return HTMLFormElement.prototype.submit.call(form);
  const here = location.pathname.replace(/^\/en(?=\/)/, '') + location.search;
  location.assign(`${prefix()}/masuk?berakhir&lanjut=${encodeURIComponent(here)}`);
}

function mend(
  form: HTMLFormElement,
  panel: Panel,
  { errors, message, key }: Extract<PostResult, { kind: 'mend' }>,
): void {
  const input = form.querySelector<HTMLInputElement>('input[name=idempotencyKey]');
  if (input && key) input.value = key;
  panel.hide();
  showErrors(form, errors, message);
  if (!form.querySelector('[data-errors]')) panel.show(message ?? errors.map((error) => error.message).join(' '));
}

export function enableSending(form: HTMLFormElement): void {
  let made: Panel | null = null;
  const panel = (): Panel => (made ??= panelIn(form));
  const submit = form.querySelector<HTMLButtonElement>('button[type=submit]:not([formnovalidate])');
  let isBusy = false;
  const busy = (now: boolean): void => {
    isBusy = now;
    if (now) submit?.setAttribute('aria-disabled', 'true');
    else submit?.removeAttribute('aria-disabled');
  };
  const trouble = (title: string, text: string): void => {
    busy(false);
    form.dispatchEvent(new CustomEvent('send-failed'));
    panel().show(title, text, [button(sentence('send.again'), () => void send())]);
  };
  const sendFilesTo = (where: Pick<Destination, 'number' | 'to'>, onIdle: () => void): void =>
    sendFiles(form, panel(), { ...where, shelf: shelfOf(form, where.number), prefix: prefix() }, onIdle);

  function take(result: PostResult): void {
    switch (result.kind) {
      case 'sent':
        markSent(form);
        if (!hasFiles(form)) return leaveFor(result.to);
        // What is on record is not sent again from here, and has no draft any more.
        submit?.closest<HTMLElement>('.row')?.toggleAttribute('hidden', true);
        for (const part of form.querySelectorAll<HTMLElement>('section, .field')) part.inert = true;
        return sendFilesTo(result, () => undefined);
      case 'mend':
        busy(false);
        return mend(form, panel(), result);
      case 'signedOut':
        form.dispatchEvent(new CustomEvent('send-failed'));
        return signInAgain(form);
      case 'offline':
        trouble(sentence('send.offline'), sentence('send.offlineText'));
        // Back online: sending goes on only when the person says so.
        return addEventListener(
          'online',
          () => {
            if (!isBusy) trouble(sentence('send.online'), sentence('send.onlineText'));
          },
          { once: true },
        );
      case 'down':
        return trouble(sentence('send.down'), sentence('send.downText'));
    }
  }

  async function send(): Promise<void> {
    if (isBusy) return;
    busy(true);
    const ticket = filesOnlyTo(form);
    panel().clear();
    panel().show(sentence('send.sending'));
    await filesReady(form);
    if (ticket) sendFilesTo({ number: ticket, to: `${prefix()}/tiket/${ticket}` }, () => busy(false));
    else take(await post(form));
    form.querySelector<HTMLElement>('[data-sending]:not([hidden])')?.scrollIntoView({ block: 'nearest' });
  }

  form.addEventListener('submit', (event) => {
    // Mistakes were found, or another button asks for something else: then this is not a sending.
    if (event.defaultPrevented || event.submitter?.hasAttribute('formnovalidate')) return;
    // An attach form without files is answered by the server, in words.
    if (form.dataset['ticket'] && !hasFiles(form)) return;
    event.preventDefault();
    void send();
  });
  form.addEventListener('unsent', () =>
    panel().show(sentence('send.unsent'), sentence('send.unsentText'), [
      button(sentence('send.again'), () => form.requestSubmit(submit)),
    ]),
  );
}
