import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { Refusal, type Action, type Issue, type TicketDetail } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useRefusal } from '../api/issues';
import { toRefusal, useClient } from '../api/useClient';
import { useKey } from '../api/useKey';
import { useDraft } from '../live/useDraft';
import { Notice } from '../parts/Notice';
import { Window } from '../parts/Window';
import { useWords } from '../words';
import { ActionContext } from './ActionContext';
import { ActionFields } from './ActionFields';
import { bodyOf, fieldsOf, isAsked, type Typed } from './action-fields';
import { lookOf } from './actions';
import { ReportPreview } from './ReportPreview';
import { DialogFooter } from '../parts/DialogFooter';

interface Props {
  readonly ticket: TicketDetail;
  readonly action: Action;
  readonly onDone: (ticket: TicketDetail) => void;
  /** Somebody else was faster, or the ticket moved on: what is on screen is old. */
  readonly onOutdated: () => void;
  readonly onClose: () => void;
}

const NOTHING_TYPED: Typed = {};
/** A correction begins with what is written now. */
const begunWith = ({ resolutionSummary, workDone }: TicketDetail, action: Action): Typed =>
  action === 'correctResult' ? { resolutionSummary: resolutionSummary ?? '', workDone: workDone ?? '' } : NOTHING_TYPED;
const REPORTED: readonly Action[] = ['resolve', 'correctResult'];

/** Any action of the lifecycle: the table says which fields it needs and takes, the server whether it may. */
export function ActionDialog({ ticket, action, onDone, onOutdated, onClose }: Props) {
  const { t, w, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { keyFor, spend } = useKey();
  const { toggleNotification } = useNotification();
  const form = useRef<HTMLFormElement>(null);
  const fields = useMemo(() => fieldsOf(action), [action]);
  // Kept as it was when the dialog opened: a ticket that moves on must not move what is being typed.
  const [begun] = useState(() => begunWith(ticket, action));
  const [typed, change, clear] = useDraft(`${me.actor.id}.${ticket.number}.${action}`, begun);
  const { refusal, issues, refuse: show, forgive } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);
  const isGone = !ticket.actions.includes(action);
  // What a colleague did meanwhile is told here, where one is looking.
  const [openedWith] = useState(ticket.assignee?.id);
  const { assignee, status } = ticket;
  const taker = assignee && assignee.id !== openedWith && assignee.id !== me.actor.id ? assignee.name : null;
  const body = bodyOf(typed);

  const refuse = (reason: Refusal) => {
    show(reason);
    if (['wrongStatus', 'notAllowed', 'notFound'].includes(reason.code)) onOutdated();
    const first = reason.details.issues?.[0];
    if (first)
      window.requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>(`[name="${first.field}"], #action-${first.field}`)?.focus(),
      );
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const missing = fields
      .filter(({ name, isNeeded }) => isNeeded && isAsked(action, name, typed) && body[name] === undefined)
      .map(({ name }): Issue => ({ field: name, code: 'required' }));
    if (missing.length)
      return refuse(
        Object.assign(new Refusal('missingFields', { issues: missing }), { message: w.refusal.missingFields }),
      );
    setBusy(true);
    show(null);
    try {
      const request = { number: ticket.number, action, ...body };
      const fresh = await client.actOnTicket(request, { idempotencyKey: keyFor(request) });
      spend();
      clear();
      toggleNotification({
        type: 'success',
        message: t('action.done', { number: ticket.number, status: w.status[fresh.status] }),
      });
      onDone(fresh);
    } catch (error) {
      refuse(toRefusal(error));
      setBusy(false);
    }
  };

  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <Window title={t('action.title', { action: w.action[action], number: ticket.number })} onClose={onClose}>
      <form ref={form} noValidate onKeyDown={onKey} onSubmit={(event) => void submit(event)}>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography variant="omega" textColor="neutral700">
              {t(lookOf(action).help)}
            </Typography>
            {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
            <div role="status" data-meanwhile>
              {taker && <Notice kind="remark">{t('action.taken', { name: taker })}</Notice>}
              {isGone && !isBusy && <Notice kind="remark">{t('action.gone', { status: w.status[status] })}</Notice>}
            </div>
            <ActionContext ticket={ticket} action={action} typed={typed} />
            <ActionFields
              ticket={ticket}
              action={action}
              typed={typed}
              issues={issues}
              onChange={(part) => {
                change(part);
                for (const name of Object.keys(part)) forgive(name);
              }}
              onUploaded={onOutdated}
            />
            {REPORTED.includes(action) && <ReportPreview ticket={ticket} typed={typed} />}
          </Flex>
        </Modal.Body>
        <DialogFooter onClose={onClose}>
          <Button
            type="submit"
            variant={lookOf(action).weight === 'grave' ? 'danger' : 'default'}
            loading={isBusy}
            disabled={isGone}
          >
            {w.action[action]}
          </Button>
        </DialogFooter>
      </form>
    </Window>
  );
}
