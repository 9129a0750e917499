import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { TicketSummary } from '../../../domain';
import { useWords } from '../words';
import type { Claiming } from './listing';
import { QUEUE } from './place';

interface Props {
  readonly ticket: TicketSummary;
  readonly claiming: Claiming;
  /** The address to come back to. */
  readonly from: string;
  /** On one line, where rows are low. */
  readonly isCompact?: boolean;
}

/** Nobody may begin with it yet. */
const isAwaited = ({ pendingApprover, assignee, status }: TicketSummary): boolean =>
  pendingApprover !== null && assignee === null && status === 'NEW';

/** Whose a ticket is; takes it where it is nobody's, and right afterwards opens it or gives it back. */
export function Owner({
  ticket,
  claiming: { pending, canClaim, approverOf, mine, onClaim, onRelease },
  from,
  isCompact = false,
}: Props) {
  const { t } = useWords();
  const { number, assignee } = ticket;
  const isPending = pending.has(number);
  const named = (word: string) => (
    <>
      {word}
      <VisuallyHidden> {number}</VisuallyHidden>
    </>
  );
  if (mine.has(number))
    return (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="omega" fontWeight="semiBold" textColor="success700">
          {t('claim.mine')}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Button size="S" tag={Link} to={`${QUEUE}/tiket/${number}`} state={{ from }}>
            {named(t('claim.open'))}
          </Button>
          <Button size="S" variant="tertiary" loading={isPending} onClick={() => onRelease(number)}>
            {named(t('claim.undo'))}
          </Button>
        </Flex>
      </Flex>
    );
  if (canClaim(ticket))
    return (
      <Button size="S" variant="secondary" loading={isPending} onClick={() => onClaim(number)}>
        {named(t('claim.take'))}
      </Button>
    );
  if (isAwaited(ticket)) {
    const said = t('queue.awaitsApproval', { approver: approverOf(ticket.pendingApprover ?? '') });
    return (
      <Typography variant="omega" textColor="warning700" tag="div" ellipsis={isCompact} title={said}>
        {said}
      </Typography>
    );
  }
  return (
    <Typography variant="omega" textColor={assignee ? 'neutral800' : 'neutral600'}>
      {assignee?.name ?? t('queue.nobody')}
    </Typography>
  );
}
