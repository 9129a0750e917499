import { Box, Flex, Typography } from '@strapi/design-system';
import { useAuth, Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { useNow } from '../live/useNow';
import { Due } from '../parts/Due';
import { PriorityMark } from '../parts/PriorityMark';
import { QUEUE } from '../queue/place';
import type { Filters } from '../queue/tabs';
import { useWords, type Key } from '../words';

const SHOWN = 5;
const EVERY_MS = 30_000;

/** As wide as its widget, whatever the titles: the panel's scroll area would grow with them. */
const List = styled.ul`
  width: 0;
  min-width: 100%;
  list-style: none;
`;
const Row = styled(Link)`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[1]}`};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  color: inherit;
  text-decoration: none;
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

interface Props {
  readonly name: string;
  readonly filters: Filters;
  readonly empty: Key;
}

/** A few tickets of one kind on the home page, each a way to its page. */
export function TicketListWidget({ name, filters, empty }: Props) {
  const { t } = useWords();
  const now = useNow();
  const client = useClient();
  const userId = useAuth('TicketListWidget', ({ user }) => user?.id);
  const { data, refusal } = useLive(
    `widget.${userId}.${name}`,
    (signal) => client.listTickets({ ...filters, pageSize: SHOWN }, { signal }),
    { every: EVERY_MS },
  );
  if (refusal?.code === 'notAllowed') return <Widget.NoPermissions>{t('widget.notAllowed')}</Widget.NoPermissions>;
  if (!data)
    return refusal ? <Widget.Error>{refusal.message}</Widget.Error> : <Widget.Loading>{t('loading')}</Widget.Loading>;
  if (data.rows.length === 0) return <Widget.NoData>{t(empty)}</Widget.NoData>;
  return (
    <List>
      {data.rows.map((ticket) => (
        <li key={ticket.number}>
          <Row to={`${QUEUE}/tiket/${ticket.number}`}>
            <Box style={{ minWidth: 0, flex: '1 1 20rem' }}>
              <Typography variant="omega" fontWeight="semiBold" ellipsis tag="div">
                {ticket.title}
              </Typography>
              <Typography variant="pi" textColor="neutral600" ellipsis tag="div">
                {ticket.number} · {ticket.skpd.name}
              </Typography>
            </Box>
            <Flex gap={4} alignItems="flex-start">
              <PriorityMark priority={ticket.priority} />
              <Due ticket={ticket} now={now} />
            </Flex>
          </Row>
        </li>
      ))}
    </List>
  );
}
