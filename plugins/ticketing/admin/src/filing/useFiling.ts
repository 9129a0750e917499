import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Refusal, type Catalog, type Service, type TicketReceipt } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useRefusal } from '../api/issues';
import { toRefusal, useClient } from '../api/useClient';
import { newKey } from '../api/useKey';
import { useDraft } from '../live/useDraft';
import { MEANT } from '../parts/LeaveWarning';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';
import { issuesIn } from './issues';
import { EMPTY_FILING, requestOf, typedFields, type Filing } from './values';

/** A file that goes along, and the field of the service's form it answers; null for none. */
export interface ChosenFile {
  readonly field: string | null;
  readonly file: File;
}

/** A request on somebody's behalf while it is typed, and what its panels need to fill it in. */
export interface FilingForm {
  readonly filing: Filing;
  readonly service: Service | undefined;
  /** Sentences by field name. */
  readonly issues: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
  readonly files: readonly ChosenFile[];
  readonly chooseFiles: (files: readonly ChosenFile[]) => void;
  /** One field changes; whatever was said about it no longer holds. */
  readonly fill: (field: string, part: Partial<Filing>) => void;
  readonly submit: () => Promise<void>;
  readonly discard: () => void;
}

/**
 * Attaches files to a ticket that was just filed, but those it has already from an earlier try. Answers which of them
 * were refused, and why the first one was; null where all are there.
 */
async function attachAll(
  client: ReturnType<typeof useClient>,
  { number, attachments }: TicketReceipt,
  files: readonly ChosenFile[],
): Promise<{ readonly names: string; readonly reason: string } | null> {
  const lost: string[] = [];
  let reason = '';
  for (const { field, file } of files) {
    if (attachments.some(({ name, size }) => name === file.name && size === file.size)) continue;
    try {
      await client.addAttachment({ number, ...(field && { field }), file: { name: file.name, blob: file } });
    } catch (error) {
      lost.push(file.name);
      reason ||= toRefusal(error).message;
    }
  }
  return lost.length > 0 ? { names: lost.join(', '), reason } : null;
}

/** Keeps the form as a draft of this officer and files it. `onRefused` hears when there is something to mend. */
export function useFiling(catalog: Catalog | undefined, onRefused: () => void): FilingForm {
  const { t, w, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [filing, change, clear] = useDraft<Filing>(`${me.actor.id}.filing`, EMPTY_FILING);
  const { refusal, issues, refuse: show, forgive } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);
  const [files, chooseFiles] = useState<readonly ChosenFile[]>([]);
  const service = catalog?.categories.flatMap(({ services }) => services).find(({ code }) => code === filing.category);

  const refuse = (reason: Refusal) => {
    show(reason);
    onRefused();
  };
  const submit = async () => {
    if (isBusy) return;
    const found = await issuesIn(filing, service);
    if (found.length) {
      const labels = Object.fromEntries(typedFields(service).map(({ key, label }) => [`form.${key}`, label]));
      return refuse(Object.assign(new Refusal('invalid', { issues: found, labels }), { message: w.refusal.invalid }));
    }
    const key = filing.key || newKey();
    change({ key });
    setBusy(true);
    show(null);
    try {
      const ticket = await client.submitTicket(requestOf(filing, service), { idempotencyKey: key });
      const lost = await attachAll(client, ticket, files);
      clear();
      toggleNotification(
        lost
          ? { type: 'warning', message: t('filing.filesLost', { number: ticket.number, ...lost }), timeout: 12_000 }
          : { type: 'success', message: t('filing.done', { number: ticket.number }) },
      );
      navigate(`${QUEUE}/tiket/${ticket.number}`, { replace: true, state: MEANT });
    } catch (error) {
      const reason = toRefusal(error);
      // What was refused was not filed: the corrected form is a new attempt. Only after silence may it be the same one.
      if (reason.code !== 'unavailable') change({ key: '' });
      refuse(reason);
      setBusy(false);
    }
  };
  return {
    filing,
    service,
    issues,
    refusal,
    isBusy,
    files,
    chooseFiles,
    fill: (field, part) => {
      change(part);
      forgive(field);
    },
    submit,
    discard: () => {
      clear();
      navigate(QUEUE, { state: MEANT });
    },
  };
}
