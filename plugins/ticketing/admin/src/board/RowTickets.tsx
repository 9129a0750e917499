import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { OPEN_STATUSES, statusFilter, type TicketSummary } from '../../../domain';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Due } from '../parts/Due';
import { Notice } from '../parts/Notice';
import { PriorityMark } from '../parts/PriorityMark';
import { StatusMark } from '../parts/StatusMark';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';
import { NOBODY, type BoardRow, type Side } from './rows';

const SHOWN = 25;

const Item = styled.li`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[3]};
  align-items: center;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  &[draggable='true'] {
    cursor: grab;
  }
  &[aria-busy='true'] {
    opacity: 0.5;
  }
  a {
    color: ${({ theme }) => theme.colors.neutral800};
    font-weight: 600;
    font-size: ${({ theme }) => theme.fontSizes[2]};
    overflow-wrap: anywhere;
  }
`;

const More = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

interface Props {
  readonly side: Side;
  readonly row: BoardRow;
  readonly now: number;
  readonly busy: string | null;
  /** Changes with every move, wherever it was made. */
  readonly round: number;
  /** Absent for those who only look. */
  readonly onMove: ((ticket: TicketSummary) => void) | undefined;
  readonly onDrag: (ticket: TicketSummary | null) => void;
}

/** The open tickets of one row, the most urgent first. */
export function RowTickets({ side, row, now, busy, round, onMove, onDrag }: Props) {
  const { t } = useWords();
  const client = useClient();
  const who =
    side === 'team' ? { team: row.code } : { assignee: row.code === NOBODY ? (NOBODY as 'none') : Number(row.code) };
  const { data, refusal } = useLive(
    `board.${side}.${row.code}.${round}`,
    (signal) =>
      client.listTickets(
        { ...who, status: statusFilter(OPEN_STATUSES), sort: 'resolutionDueAt', pageSize: SHOWN },
        { signal },
      ),
    { every: 60_000, keepsEarlier: true },
  );
  if (refusal) return <Notice kind="alarm">{refusal.message}</Notice>;
  if (!data) return <Loader small>{t('loading')}</Loader>;
  if (data.rows.length === 0)
    return (
      <Typography variant="omega" textColor="neutral600">
        {t('board.nothing')}
      </Typography>
    );
  const query = new URLSearchParams({ tab: 'all', [side === 'team' ? 'team' : 'assignee']: row.code });
  return (
    <>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {data.rows.map((ticket) => (
          <Item
            key={ticket.number}
            data-ticket={ticket.number}
            draggable={onMove !== undefined}
            aria-busy={busy === ticket.number}
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', ticket.number);
              event.dataTransfer.effectAllowed = 'move';
              onDrag(ticket);
            }}
            onDragEnd={() => onDrag(null)}
          >
            {onMove && <Drag width="16" height="16" fill="neutral500" aria-hidden />}
            <Box flex="1 1 24rem" style={{ minWidth: 0 }}>
              <Link to={`${QUEUE}/tiket/${ticket.number}`}>
                {ticket.number} · {ticket.title}
              </Link>
              <Typography variant="pi" textColor="neutral600" tag="div">
                {ticket.skpd.name}
                {side === 'team' && ` · ${ticket.assignee?.name ?? t('queue.nobody')}`}
              </Typography>
            </Box>
            <StatusMark status={ticket.status} />
            <PriorityMark priority={ticket.priority} />
            <Due ticket={ticket} now={now} isBrief />
            {onMove && (
              <Button
                size="S"
                variant="tertiary"
                disabled={busy !== null}
                aria-label={t('board.moveOne', { number: ticket.number })}
                onClick={() => onMove(ticket)}
              >
                {t('board.move')}
              </Button>
            )}
          </Item>
        ))}
      </Flex>
      {data.pagination.total > data.rows.length && (
        <Box paddingTop={3}>
          <More to={`${QUEUE}?${query}`}>
            {t('board.more', { shown: data.rows.length, all: data.pagination.total })}
          </More>
        </Box>
      )}
    </>
  );
}
