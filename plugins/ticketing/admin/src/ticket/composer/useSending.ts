import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Action, MacroStep, Refusal, TicketDetail } from '../../../../domain';
import { useRefusal } from '../../api/issues';
import { toRefusal, useClient } from '../../api/useClient';
import { newKey, useKey } from '../../api/useKey';
import { attachAll } from '../attach';
import { useWords } from '../../words';
import type { Mode } from '../ModeChoice';

/** What asks the requester and waits for them: of a ticket in work, and of one that is yet to be verified. */
const ASKING = ['askRequester', 'returnForCompletion'] as const satisfies readonly Action[];

/** What is said, the ids of the colleagues it names, and the files that come with it. */
export interface Said {
  readonly body: string;
  readonly mentions: readonly number[];
  readonly files: readonly File[];
}
const naming = ({ mentions }: Said) => (mentions.length > 0 ? { mentions: [...mentions] } : {});

type Way = 'send' | 'wait' | 'macro' | 'back';

export interface Sending {
  readonly send: (mode: Mode, said: Said) => Promise<boolean>;
  /** The same, and the ticket waits for the requester from then on; null where it cannot. */
  readonly sendAndWait: ((said: Said) => Promise<boolean>) | null;
  /** The same with what a macro does beside, one change after the other; what was done before a refusal stays. */
  readonly sendWith: (steps: readonly MacroStep[], said: Said) => Promise<boolean>;
  /** Takes back what can be taken back of a macro, the last first. */
  readonly takeBack: (steps: readonly MacroStep[]) => Promise<boolean>;
  /** Which of them is under way. */
  readonly busy: Way | null;
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
  const [busy, setBusy] = useState<Way | null>(null);
  const attempt = async (kind: Way, said: string, work: () => Promise<TicketDetail>): Promise<boolean> => {
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
  /** Files first, for the readers of the message: where one is refused nothing is said, and sent again none is there twice. */
  const withFiles = async (
    { files }: Said,
    isInternal: boolean,
    say: () => Promise<TicketDetail>,
  ): Promise<TicketDetail> => {
    await attachAll(client, number, files, isInternal);
    return say();
  };
  const oneStep = ({ action, words, priority, team }: MacroStep, said: Said): Promise<TicketDetail> => {
    if (action === null) {
      const request = { number, body: said.body, internal: false, ...naming(said) };
      return client.commentOnTicket(request, { idempotencyKey: keyFor(request) });
    }
    const request = {
      number,
      action,
      ...(words && { [words]: said.body, ...naming(said) }),
      ...(priority && { priority }),
      ...(team && { team }),
    };
    return client.actOnTicket(request, { idempotencyKey: words ? keyFor(request) : newKey() });
  };
  /** One after the other; of what was done before one was refused, the screen is told. */
  const inTurn = async (works: readonly (() => Promise<TicketDetail>)[]): Promise<TicketDetail> => {
    let fresh: TicketDetail | null = null;
    try {
      for (const work of works) fresh = await work();
    } catch (error) {
      if (fresh) onSent(fresh);
      throw error;
    }
    return fresh ?? client.getTicket({ number });
  };
  const asking = ASKING.find((action) => actions.includes(action));
  return {
    busy,
    refusal,
    issue: issues['body'] ?? issues['question'] ?? issues['resolutionSummary'],
    send: (mode, said) =>
      attempt('send', t(mode === 'internal' ? 'composer.noted' : 'composer.sent'), () => {
        const isInternal = mode === 'internal';
        const request = { number, body: said.body, internal: isInternal, ...naming(said) };
        return withFiles(said, isInternal, () => client.commentOnTicket(request, { idempotencyKey: keyFor(request) }));
      }),
    sendWith: (steps, said) =>
      attempt('macro', t('macro.done'), () =>
        withFiles(said, false, () => inTurn(steps.map((step) => () => oneStep(step, said)))),
      ),
    takeBack: (steps) =>
      attempt('back', t('macro.undone'), () =>
        inTurn(
          [...steps].reverse().flatMap(({ back }) => {
            if (!back) return [];
            return [() => client.actOnTicket({ number, ...back }, { idempotencyKey: newKey() })];
          }),
        ),
      ),
    sendAndWait: asking
      ? (said) =>
          attempt('wait', t('composer.asked'), () => {
            const request = { number, action: asking, question: said.body, ...naming(said) };
            return withFiles(said, false, () => client.actOnTicket(request, { idempotencyKey: keyFor(request) }));
          })
      : null,
  };
}
