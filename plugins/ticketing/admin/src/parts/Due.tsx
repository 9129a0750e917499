import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { MINUTE_MS, type TicketSummary } from '../../../domain';
import { timeTeller } from '../time';
import { useWords } from '../words';

interface Props {
  readonly ticket: Pick<
    TicketSummary,
    'status' | 'waitingSince' | 'isOverdue' | 'isLate' | 'isPaused' | 'responseDueAt' | 'resolutionDueAt' | 'resolvedAt'
  >;
  readonly now: number;
  /** In a word alone; to the minute where one points. */
  readonly isBrief?: boolean;
}

/** For how long somebody else is waited for. */
function Wait({ since, now }: { readonly since: string | null; readonly now: number }) {
  const { t, language } = useWords();
  const { distance, exact } = timeTeller(language);
  if (!since || now - Date.parse(since) < MINUTE_MS) return null;
  return (
    <Typography variant="pi" textColor="neutral600" title={exact(since)}>
      {t('due.waiting', { span: distance(since, now) })}
    </Typography>
  );
}

/** When a ticket is due, in a word and to the minute; late in words, not by colour alone. */
export function Due({ ticket, now, isBrief = false }: Props) {
  const { status, isOverdue, isLate, isPaused, waitingSince, responseDueAt, resolutionDueAt, resolvedAt } = ticket;
  const { t, language } = useWords();
  const { brief, exact, relative, distance } = timeTeller(language);
  if (resolvedAt && isLate)
    return (
      <Flex tag="span" gap={1} title={exact(resolvedAt)}>
        <WarningCircle width="14" height="14" fill="danger600" aria-hidden />
        <Typography variant="omega" textColor="danger700">
          {t('due.resolvedLate', { when: relative(resolvedAt, now) })}
        </Typography>
      </Flex>
    );
  if (resolvedAt)
    return (
      <Typography variant="omega" textColor="neutral600" title={exact(resolvedAt)}>
        {t('due.resolved', { when: relative(resolvedAt, now) })}
      </Typography>
    );
  if (isPaused && !isOverdue)
    return (
      <Flex tag="span" direction="column" alignItems="flex-start" gap={0}>
        <Typography variant="omega" textColor="neutral600">
          {t('due.paused')}
        </Typography>
        {!isBrief && <Wait since={waitingSince} now={now} />}
      </Flex>
    );
  if (status === 'REJECTED' || status === 'CANCELLED' || !resolutionDueAt)
    return (
      <Typography variant="omega" textColor="neutral600" aria-label={t('due.none')}>
        –
      </Typography>
    );
  const isResponseLate = status === 'NEW' && responseDueAt !== null && Date.parse(responseDueAt) < now;
  return (
    <Flex tag="span" direction="column" alignItems="flex-start" gap={0} title={exact(resolutionDueAt)}>
      <Flex tag="span" gap={1}>
        {isOverdue && <WarningCircle width="14" height="14" fill="danger600" aria-hidden />}
        <Typography
          variant="omega"
          fontWeight={isOverdue ? 'bold' : 'regular'}
          textColor={isOverdue ? 'danger700' : 'neutral800'}
        >
          {isOverdue ? t('due.late', { span: distance(resolutionDueAt, now) }) : relative(resolutionDueAt, now)}
        </Typography>
      </Flex>
      {!isBrief && (
        <Typography variant="pi" textColor="neutral600" tag="time" dateTime={resolutionDueAt}>
          {brief(resolutionDueAt)} WIB
        </Typography>
      )}
      {!isBrief && <Wait since={waitingSince} now={now} />}
      {!isBrief && status === 'NEW' && responseDueAt && !isOverdue && (
        <Typography
          variant="pi"
          fontWeight={isResponseLate ? 'semiBold' : 'regular'}
          textColor={isResponseLate ? 'danger700' : 'neutral600'}
          title={exact(responseDueAt)}
        >
          {isResponseLate ? t('due.responseLate') : t('due.response', { when: relative(responseDueAt, now) })}
        </Typography>
      )}
    </Flex>
  );
}
