import { Checkbox, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { TicketSummary } from '../../../domain';
import { Due } from '../parts/Due';
import { PriorityMark } from '../parts/PriorityMark';
import { StatusMark } from '../parts/StatusMark';
import { useWords } from '../words';
import { TicketLink } from './TicketLink';

interface Props {
  readonly ticket: TicketSummary;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether the table has a column to pick in, which this ticket need not be open to. */
  readonly hasPicks: boolean;
  readonly isPicked: boolean;
  readonly onToggle: () => void;
  readonly canClaim: boolean;
  /** Whose it is, and what can be done about it. */
  readonly owner: ReactNode;
  readonly isNew: boolean;
  /** The address to come back to. */
  readonly from: string;
}

/** A ticket of the queue on a wide screen. */
export function TicketRow({ ticket, now, hasPicks, isPicked, onToggle, canClaim, owner, isNew, from }: Props) {
  const { t } = useWords();
  return (
    <tr data-row={ticket.number} data-late={ticket.isOverdue} data-new={isNew}>
      {hasPicks && (
        <td>
          {canClaim && (
            <Checkbox
              aria-label={t('queue.pick', { number: ticket.number })}
              checked={isPicked}
              onCheckedChange={() => onToggle()}
            />
          )}
        </td>
      )}
      <td>
        <TicketLink ticket={ticket} now={now} isNew={isNew} from={from} />
      </td>
      <td>
        <Typography variant="omega" textColor="neutral800" tag="div">
          {ticket.skpd.name}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {ticket.category.name}
        </Typography>
      </td>
      <td>
        <PriorityMark priority={ticket.priority} />
      </td>
      <td>
        <StatusMark status={ticket.status} />
      </td>
      <td>
        <Due ticket={ticket} now={now} />
      </td>
      <td>{owner}</td>
    </tr>
  );
}
