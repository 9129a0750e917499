import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Action, Refusal, TicketDetail } from '../../../../domain';
import { useRefusal } from '../../api/issues';
import { toRefusal, useClient } from '../../api/useClient';
import { useKey } from '../../api/useKey';
import { useWords } from '../../words';
import type { Mode } from '../ModeChoice';

/** What asks the requester and waits for them: of a ticket in work, and of one that is yet to be verified. */
const ASKING = ['askRequester', 'returnForCompletion'] as const satisfies readonly Action[];

export interface Sending {
  readonly send: (mode: Mode, body: string) => Promise<boolean>;
  /** The same, and the ticket waits for the requester from then on; null where it cannot. */
  readonly sendAndWait: ((body: string) => Promise<boolean>) | null;
  /** Which of them is under way. */
  readonly busy: 'send' | 'wait' | null;
  readonly refusal: Refusal | null;
  /** What is wrong with the message. */
  readonly issue: string | undefined;
}

/** Sends a message once however often it is pressed; answers whether it was taken. */
export function useSending({ number, actions }: TicketDetail, onSent: (ticket: TicketDetail) => void): Sending {
  const { t, language } = useWords();
  const client = useClient();
  const { keyFor, spend } = useKey();
  const { toggleNotification } = useNotification();
  const { refusal, issues, refuse } = useRefusal(language);
  const [busy, setBusy] = useState<'send' | 'wait' | null>(null);
  const attempt = async (kind: 'send' | 'wait', said: string, work: () => Promise<TicketDetail>): Promise<boolean> => {
    if (busy) return false;
    setBusy(kind);
    refuse(null);
    try {
      const fresh = await work();
      spend();
      toggleNotification({ type: 'success', message: said });
      onSent(fresh);
      return true;
    } catch (error) {
      refuse(toRefusal(error));
      return false;
    } finally {
      setBusy(null);
    }
  };
  const asking = ASKING.find((action) => actions.includes(action));
  return {
    busy,
    refusal,
    issue: issues['body'] ?? issues['question'],
    send: (mode, body) =>
      attempt('send', t(mode === 'internal' ? 'composer.noted' : 'composer.sent'), () => {
        const request = { number, body, internal: mode === 'internal' };
        return client.commentOnTicket(request, { idempotencyKey: keyFor(request) });
      }),
    sendAndWait: asking
      ? (question) =>
          attempt('wait', t('composer.asked'), () => {
            const request = { number, action: asking, question };
            return client.actOnTicket(request, { idempotencyKey: keyFor(request) });
          })
      : null,
  };
}
