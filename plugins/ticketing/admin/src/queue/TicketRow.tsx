import { Checkbox } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { TicketSummary } from '../../../domain';
import { useWords } from '../words';
import { LOOKS, type Column } from './columns';
import { TicketLink } from './TicketLink';

interface Props {
  readonly ticket: TicketSummary;
  readonly columns: readonly Column[];
  readonly isCompact: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether the table has a column to pick in, which this ticket need not be open to. */
  readonly hasPicks: boolean;
  readonly isPicked: boolean;
  readonly onToggle: () => void;
  readonly canPick: boolean;
  /** Whose it is, and what can be done about it. */
  readonly owner: ReactNode;
  readonly isNew: boolean;
  /** The address to come back to. */
  readonly from: string;
}

/** A ticket of the queue on a wide screen. */
export function TicketRow({
  ticket,
  columns,
  isCompact,
  now,
  hasPicks,
  isPicked,
  onToggle,
  canPick,
  owner,
  isNew,
  from,
}: Props) {
  const { t } = useWords();
  return (
    <tr data-row={ticket.number} data-late={ticket.isOverdue} data-new={isNew}>
      {hasPicks && (
        <td>
          {canPick && (
            <Checkbox
              aria-label={t('queue.pick', { number: ticket.number })}
              checked={isPicked}
              onCheckedChange={() => onToggle()}
            />
          )}
        </td>
      )}
      <td>
        <TicketLink ticket={ticket} now={now} isNew={isNew} isCompact={isCompact} from={from} />
      </td>
      {columns.map((column) => (
        <td key={column}>{LOOKS[column].cell?.({ ticket, now, isCompact }) ?? owner}</td>
      ))}
    </tr>
  );
}
