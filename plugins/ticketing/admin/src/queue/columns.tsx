import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { TicketSummary } from '../../../domain';
import { Due } from '../parts/Due';
import { Moment } from '../parts/Moment';
import { PriorityMark } from '../parts/PriorityMark';
import { StatusMark } from '../parts/StatusMark';
import { useWords, type Key } from '../words';
import type { SortedBy } from './TableHead';

/** Columns of the queue beside the ticket itself, in the order in which they stand; the first five unless chosen. */
export const COLUMNS = [
  'unit',
  'priority',
  'status',
  'due',
  'assignee',
  'team',
  'channel',
  'submitted',
  'updated',
] as const;
export type Column = (typeof COLUMNS)[number];
const STANDARD: readonly Column[] = ['unit', 'priority', 'status', 'due', 'assignee'];

/** The columns an address names; the standard ones where it names none. */
export const columnsOf = (named: string): readonly Column[] => {
  const chosen = named.split(',');
  const known = COLUMNS.filter((column) => chosen.includes(column));
  return known.length > 0 ? known : STANDARD;
};
/** The same as an address writes it: nothing for the standard ones. */
export const columnsName = (columns: readonly Column[]): string => {
  const name = COLUMNS.filter((column) => columns.includes(column)).join(',');
  return name === STANDARD.join(',') ? '' : name;
};

interface CellProps {
  readonly ticket: TicketSummary;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly isCompact: boolean;
}

function Unit({ ticket: { skpd, category }, isCompact }: CellProps) {
  return (
    <>
      <Typography variant="omega" textColor="neutral800" tag="div" ellipsis={isCompact} title={category.name}>
        {skpd.name}
      </Typography>
      {!isCompact && (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {category.name}
        </Typography>
      )}
    </>
  );
}
function Channel({ ticket: { channel } }: CellProps) {
  const { w } = useWords();
  return <Typography variant="omega">{w.channel[channel]}</Typography>;
}

interface Look {
  readonly label: Key;
  readonly width: string;
  readonly by?: SortedBy;
  /** Absent for the officer, whose cell also takes and gives back. */
  readonly cell?: (props: CellProps) => ReactNode;
}
/** What is left over of the width is the ticket's. */
export const LOOKS: Readonly<Record<Column, Look>> = {
  unit: { label: 'column.unit', width: '22%', cell: (props) => <Unit {...props} /> },
  priority: {
    label: 'column.priority',
    width: '13rem',
    by: 'priority',
    cell: ({ ticket }) => <PriorityMark priority={ticket.priority} />,
  },
  status: { label: 'column.status', width: '14.5rem', cell: ({ ticket }) => <StatusMark status={ticket.status} /> },
  due: {
    label: 'column.due',
    width: '17rem',
    by: 'resolutionDueAt',
    cell: ({ ticket, now, isCompact }) => <Due ticket={ticket} now={now} isBrief={isCompact} />,
  },
  assignee: { label: 'column.assignee', width: '14rem' },
  team: {
    label: 'column.team',
    width: '14rem',
    cell: ({ ticket }) => <Typography variant="omega">{ticket.team?.name ?? '–'}</Typography>,
  },
  channel: { label: 'column.channel', width: '10rem', cell: (props) => <Channel {...props} /> },
  submitted: {
    label: 'column.submitted',
    width: '13rem',
    by: 'submittedAt',
    cell: ({ ticket, now }) => <Moment at={ticket.submittedAt} now={now} />,
  },
  updated: {
    label: 'column.updated',
    width: '13rem',
    by: 'updatedAt',
    cell: ({ ticket, now }) => <Moment at={ticket.updatedAt} now={now} />,
  },
};
