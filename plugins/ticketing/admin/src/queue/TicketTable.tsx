import { Button, Checkbox, Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { styled } from 'styled-components';
import type { TicketSummary } from '../../../domain';
import { Due } from '../parts/Due';
import { PriorityMark } from '../parts/PriorityMark';
import { StatusMark } from '../parts/StatusMark';
import { useWords } from '../words';
import type { TicketListProps } from './listing';
import type { Sort } from './tabs';
import { TicketLink } from './TicketLink';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  background: ${({ theme }) => theme.colors.neutral0};
  th {
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[3]}`};
    text-align: left;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  td {
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[3]}`};
    vertical-align: top;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    overflow-wrap: anywhere;
  }
  tbody tr:hover,
  tbody tr:focus-within {
    background: ${({ theme }) => theme.colors.primary100};
  }
  tbody tr[data-late='true'] td:first-child {
    box-shadow: inset 3px 0 0 ${({ theme }) => theme.colors.danger600};
  }
  tbody tr[data-new='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &[aria-busy='true'] tbody {
    opacity: 0.5;
  }
  @media (prefers-reduced-motion: no-preference) {
    tbody tr {
      transition: background 600ms;
    }
  }
`;
const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  border: 0;
  padding: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-transform: inherit;
  letter-spacing: inherit;
  cursor: pointer;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const WIDTHS = {
  pick: '4.4rem',
  ticket: 'auto',
  unit: '22%',
  priority: '12rem',
  status: '14.5rem',
  due: '15.5rem',
  assignee: '14rem',
} as const;

/** A column head that sorts; a second press turns the order round. */
function SortHead({
  label,
  by,
  sort,
  onSort,
  width,
}: {
  readonly label: string;
  readonly by: 'number' | 'priority' | 'resolutionDueAt';
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly width: string;
}) {
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={direction} style={{ width }}>
      <Typography variant="sigma" textColor="neutral600">
        <SortButton type="button" onClick={() => onSort(direction === 'ascending' ? `-${by}` : by)}>
          {label}
          {direction && <Arrow width="10" height="10" aria-hidden />}
        </SortButton>
      </Typography>
    </th>
  );
}

const Head = ({ children, width }: { readonly children: string; readonly width: string }) => (
  <th scope="col" style={{ width }}>
    <Typography variant="sigma" textColor="neutral600">
      {children}
    </Typography>
  </th>
);

/** The queue on a wide screen. */
export function TicketTable({
  rows,
  now,
  sort,
  onSort,
  picked,
  onPick,
  canClaim,
  pending,
  onClaim,
  arrived,
  from,
  isBusy,
}: TicketListProps) {
  const { t } = useWords();
  const pickable = rows.filter(canClaim);
  const allPicked = pickable.length > 0 && pickable.every(({ number }) => picked.has(number));
  const pickAll = () => onPick(allPicked ? new Set() : new Set(pickable.map(({ number }) => number)));
  const toggle = ({ number }: TicketSummary) => {
    const next = new Set(picked);
    if (!next.delete(number)) next.add(number);
    onPick(next);
  };
  return (
    <Table aria-busy={isBusy}>
      <thead>
        <tr>
          {pickable.length > 0 && (
            <th scope="col" style={{ width: WIDTHS.pick }}>
              <Checkbox
                aria-label={t('queue.pickAll')}
                checked={allPicked ? true : picked.size > 0 ? 'indeterminate' : false}
                onCheckedChange={pickAll}
              />
            </th>
          )}
          <SortHead label={t('column.ticket')} by="number" sort={sort} onSort={onSort} width={WIDTHS.ticket} />
          <Head width={WIDTHS.unit}>{t('column.unit')}</Head>
          <SortHead label={t('column.priority')} by="priority" sort={sort} onSort={onSort} width={WIDTHS.priority} />
          <Head width={WIDTHS.status}>{t('column.status')}</Head>
          <SortHead label={t('column.due')} by="resolutionDueAt" sort={sort} onSort={onSort} width={WIDTHS.due} />
          <Head width={WIDTHS.assignee}>{t('column.assignee')}</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((ticket) => (
          <tr
            key={ticket.number}
            data-row={ticket.number}
            data-late={ticket.isOverdue}
            data-new={arrived.has(ticket.number)}
          >
            {pickable.length > 0 && (
              <td>
                {canClaim(ticket) && (
                  <Checkbox
                    aria-label={t('queue.pick', { number: ticket.number })}
                    checked={picked.has(ticket.number)}
                    onCheckedChange={() => toggle(ticket)}
                  />
                )}
              </td>
            )}
            <td>
              <TicketLink ticket={ticket} now={now} isNew={arrived.has(ticket.number)} from={from} />
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
            <td>
              {ticket.assignee ? (
                <Typography variant="omega" textColor="neutral800">
                  {ticket.assignee.name}
                </Typography>
              ) : canClaim(ticket) ? (
                <Button
                  size="S"
                  variant="secondary"
                  loading={pending.has(ticket.number)}
                  onClick={() => onClaim(ticket.number)}
                >
                  {t('claim.take')}
                  <VisuallyHidden> {ticket.number}</VisuallyHidden>
                </Button>
              ) : (
                <Typography variant="omega" textColor="neutral600">
                  {t('queue.nobody')}
                </Typography>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
