import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Due } from '../parts/Due';
import { PriorityMark } from '../parts/PriorityMark';
import { StatusMark } from '../parts/StatusMark';
import { useWords } from '../words';
import { togglePick, type TicketListProps } from './listing';
import { Owner } from './Owner';
import { TicketLink } from './TicketLink';

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 36rem), 1fr));
  list-style: none;
  padding: 0;
  margin: 0;
  &[aria-busy='true'] {
    opacity: 0.5;
  }
`;
const Card = styled.li`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => theme.spaces[4]};
  min-width: 0;
  overflow-wrap: anywhere;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  &[data-late='true'] {
    border-left: 4px solid ${({ theme }) => theme.colors.danger600};
  }
  &[data-new='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

/** The queue on a phone. */
export function TicketCards({ rows, now, picking, claiming, arrived, from, isBusy }: TicketListProps) {
  const { t } = useWords();
  return (
    <List aria-busy={isBusy}>
      {rows.map((ticket) => (
        <Card
          key={ticket.number}
          data-row={ticket.number}
          data-late={ticket.isOverdue}
          data-new={arrived.has(ticket.number)}
        >
          <Flex gap={3} alignItems="flex-start">
            {picking.canPick(ticket) && (
              <Box paddingTop={1}>
                <Checkbox
                  aria-label={t('queue.pick', { number: ticket.number })}
                  checked={picking.picked.has(ticket.number)}
                  onCheckedChange={() => togglePick(picking, ticket.number)}
                />
              </Box>
            )}
            <TicketLink ticket={ticket} now={now} isNew={arrived.has(ticket.number)} from={from} />
          </Flex>
          <Box>
            <Typography variant="omega" textColor="neutral800" tag="div">
              {ticket.skpd.name}
            </Typography>
            <Typography variant="pi" textColor="neutral600" tag="div">
              {ticket.category.name}
            </Typography>
          </Box>
          <Flex gap={3} wrap="wrap">
            <StatusMark status={ticket.status} />
            <PriorityMark priority={ticket.priority} />
          </Flex>
          <Flex gap={3} justifyContent="space-between" alignItems="flex-end" wrap="wrap">
            <Due ticket={ticket} now={now} />
            <Owner ticket={ticket} claiming={claiming} from={from} />
          </Flex>
        </Card>
      ))}
    </List>
  );
}
