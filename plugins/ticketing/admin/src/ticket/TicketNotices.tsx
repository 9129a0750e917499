import { isOpen as isOpenStatus, type TicketDetail } from '../../../domain';
import { useCatalog } from '../live/useCatalog';
import { Notice } from '../parts/Notice';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { approverIn } from '../parts/approver';

/** What the ticket is waiting for, each in a sentence with what ends the wait. */
export function TicketNotices({ ticket }: { readonly ticket: TicketDetail }) {
  const { t, w, language } = useWords();
  const { data: catalog } = useCatalog();
  const { exact } = timeTeller(language);
  const { approval, waitingSince, waitingParty, unansweredAt, closesUnansweredAt, isReturned, isCancelRequested } =
    ticket;
  const isOpen = isOpenStatus(ticket.status);
  const waiting =
    !waitingSince || ticket.status !== 'WAITING_REQUESTER'
      ? null
      : [
          t(isReturned ? 'waiting.returned' : 'waiting.since', { when: exact(waitingSince) }),
          closesUnansweredAt
            ? t('waiting.closes', { when: exact(closesUnansweredAt) })
            : unansweredAt
              ? t('waiting.mayClose', { when: exact(unansweredAt) })
              : '',
        ]
          .filter(Boolean)
          .join(' ');
  return (
    <>
      {isCancelRequested && <Notice kind="remark">{t('ticket.cancelRequested')}</Notice>}
      {isOpen && ticket.missingDocuments.length > 0 && (
        <Notice kind="remark">
          {t(ticket.verifiedAt ? 'files.missing' : 'waiting.documents', { names: ticket.missingDocuments.join(', ') })}
        </Notice>
      )}
      {isOpen && approval && !approval.approvedAt && (
        <Notice kind="remark">{t('waiting.approval', { approver: approverIn(w, catalog, approval.approver) })}</Notice>
      )}
      {isOpen && ticket.lacksDisposition && <Notice kind="remark">{t('waiting.disposition')}</Notice>}
      {isOpen && ticket.lacksLetter && <Notice kind="remark">{t('waiting.letter')}</Notice>}
      {waitingSince && ticket.status === 'WAITING_THIRD_PARTY' && (
        <Notice kind="remark">
          {t('waiting.thirdParty', { party: waitingParty ?? w.fact.party, when: exact(waitingSince) })}
        </Notice>
      )}
      {waiting && <Notice kind="remark">{waiting}</Notice>}
    </>
  );
}
