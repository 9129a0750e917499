import { Typography } from '@strapi/design-system';
import { ChevronDown, ChevronUp, WarningCircle } from '@strapi/icons';
import { Fragment, useState, type DragEvent, type ReactNode } from 'react';
import { styled } from 'styled-components';
import { StackedTable } from '../parts/StackedTable';
import { useWords } from '../words';
import { Hours } from './Hours';
import type { BoardRow, Side } from './rows';

/** On narrower screens an officer is a card: the name, three counts beside each other, and the hours below. */
const CARDS_BELOW = 768;
const Table = styled(StackedTable).attrs({ $below: CARDS_BELOW })`
  table-layout: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  th,
  td {
    padding: ${({ theme }) => theme.spaces[3]};
    vertical-align: top;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  th[data-number],
  td[data-number] {
    text-align: right;
    width: 9rem;
    font-variant-numeric: tabular-nums;
  }
  tr[data-row] > * {
    vertical-align: middle;
  }
  tr[data-over='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    outline: 2px dashed ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  @media (max-width: ${CARDS_BELOW - 1}px) {
    tr[data-row] {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    tr[data-row] > * {
      border: none;
      padding-block: ${({ theme }) => theme.spaces[1]};
    }
    tr[data-row] > th,
    tr[data-row] > td:last-child {
      grid-column: 1 / -1;
    }
    td[data-number] {
      width: auto;
      text-align: left;
    }
    td:not([data-column])::before {
      display: none;
    }
    /* What the rows are of is said once above them; of which column a cell is, it says by itself. */
    thead,
    thead tr,
    thead th:first-child {
      display: block;
    }
    thead th:not(:first-child) {
      display: none;
    }
  }
`;
const Opener = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[1]} 0;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: 600;
  text-align: left;
  color: ${({ theme }) => theme.colors.neutral800};
  background: none;
  border: none;
  cursor: pointer;
  overflow-wrap: anywhere;
  svg {
    flex: none;
    fill: ${({ theme }) => theme.colors.neutral600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props {
  readonly title: string;
  readonly side: Side;
  readonly rows: readonly BoardRow[];
  readonly open: ReadonlySet<string>;
  readonly onToggle: (code: string) => void;
  /** Whether what is being dragged may be let go over this row. */
  readonly takes: (row: BoardRow) => boolean;
  readonly onDrop: (row: BoardRow) => void;
  readonly tickets: (row: BoardRow) => ReactNode;
}

/** Who has how much: one row for each, which opens to its tickets and takes what is dropped on it. */
export function BoardTable({ title, side, rows, open, onToggle, takes, onDrop, tickets }: Props) {
  const { t, w } = useWords();
  const [over, setOver] = useState<string | null>(null);
  const dragging = (row: BoardRow) => ({
    onDragOver: (event: DragEvent) => {
      if (!takes(row)) return;
      event.preventDefault();
      setOver(row.code);
    },
    onDragLeave: () => setOver((before) => (before === row.code ? null : before)),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(null);
      onDrop(row);
    },
  });
  const number = (value: number, isAlarming = false) => (
    <Typography
      variant="omega"
      fontWeight={isAlarming && value > 0 ? 'bold' : 'regular'}
      textColor={isAlarming && value > 0 ? 'danger700' : value === 0 ? 'neutral600' : 'neutral800'}
    >
      {isAlarming && value > 0 && <WarningCircle width="14" height="14" fill="danger600" aria-hidden />} {value}
    </Typography>
  );
  const heads = [w.column.open, t('board.dueToday'), t('board.overdue')] as const;
  return (
    <Table data-board={side} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">
            <Typography variant="sigma" textColor="neutral600">
              {title}
            </Typography>
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" data-number>
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </th>
          ))}
          <th scope="col">
            <Typography variant="sigma" textColor="neutral600">
              {t('board.hoursHead')}
            </Typography>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isOpen = open.has(row.code);
          return (
            <Fragment key={row.code}>
              <tr data-row={row.code} data-over={over === row.code} {...dragging(row)}>
                <th scope="row">
                  <Opener type="button" aria-expanded={isOpen} onClick={() => onToggle(row.code)}>
                    {isOpen ? (
                      <ChevronUp width="12" height="12" aria-hidden />
                    ) : (
                      <ChevronDown width="12" height="12" aria-hidden />
                    )}
                    {row.name}
                  </Opener>
                </th>
                <td data-number data-column={heads[0]}>
                  {number(row.open)}
                </td>
                <td data-number data-column={heads[1]}>
                  {number(row.dueToday)}
                </td>
                <td data-number data-column={heads[2]}>
                  {number(row.overdue, true)}
                </td>
                <td data-column={t('board.hoursHead')}>
                  <Hours row={row} />
                </td>
              </tr>
              {isOpen && (
                <tr>
                  <td colSpan={5}>{tickets(row)}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </Table>
  );
}
