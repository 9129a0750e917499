import { Checkbox } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../words';
import { togglePick, type TicketListProps } from './listing';
import { LOOKS } from './columns';
import { Head, SortHead } from './TableHead';
import { Owner } from './Owner';
import { TicketRow } from './TicketRow';

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
  &[data-compact='true'] td {
    padding-block: ${({ theme }) => theme.spaces[1]};
    vertical-align: middle;
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

/** The queue on a wide screen. */
export function TicketTable({
  rows,
  columns,
  isCompact,
  now,
  sort,
  onSort,
  picking,
  claiming,
  arrived,
  from,
  isBusy,
}: TicketListProps) {
  const { t } = useWords();
  const { picked, onPick, canPick } = picking;
  const pickable = rows.filter(canPick);
  const allPicked = pickable.length > 0 && pickable.every(({ number }) => picked.has(number));
  const pickAll = () => onPick(allPicked ? new Set() : new Set(pickable.map(({ number }) => number)));
  return (
    <Table aria-busy={isBusy} data-compact={isCompact}>
      <thead>
        <tr>
          {pickable.length > 0 && (
            <th scope="col" style={{ width: '4.4rem' }}>
              <Checkbox
                aria-label={t('queue.pickAll')}
                checked={allPicked ? true : picked.size > 0 ? 'indeterminate' : false}
                onCheckedChange={pickAll}
              />
            </th>
          )}
          <SortHead label={t('column.ticket')} by="number" sort={sort} onSort={onSort} width="auto" />
          {columns.map((column) => {
            const { label, width, by } = LOOKS[column];
            return by ? (
              <SortHead key={column} label={t(label)} by={by} sort={sort} onSort={onSort} width={width} />
            ) : (
              <Head key={column} width={width}>
                {t(label)}
              </Head>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((ticket) => (
          <TicketRow
            key={ticket.number}
            ticket={ticket}
            columns={columns}
            isCompact={isCompact}
            now={now}
            hasPicks={pickable.length > 0}
            isPicked={picked.has(ticket.number)}
            onToggle={() => togglePick(picking, ticket.number)}
            canPick={canPick(ticket)}
            owner={<Owner ticket={ticket} claiming={claiming} from={from} isCompact={isCompact} />}
            isNew={arrived.has(ticket.number)}
            from={from}
          />
        ))}
      </tbody>
    </Table>
  );
}
