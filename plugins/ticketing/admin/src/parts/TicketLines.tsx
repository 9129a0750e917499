import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { SimilarTicket } from '../../../domain';
import { useWords } from '../words';
import { Moment } from './Moment';
import { StatusMark } from './StatusMark';

/** The way to a ticket in a list of few. */
export const TicketLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  overflow-wrap: anywhere;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props {
  readonly title: string;
  readonly tickets: readonly Pick<SimilarTicket, 'number' | 'title' | 'status' | 'submittedAt'>[];
  /** Beside a form that is not sent yet they open in a tab of their own. */
  readonly isBesideForm?: boolean;
}

/** A few tickets worth a look beside what is being done, each a way to its page. */
export function TicketLines({ title, tickets, isBesideForm = false }: Props) {
  const { t } = useWords();
  return (
    <div data-lines={title}>
      <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={2}>
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {tickets.map((ticket) => (
          <li key={ticket.number} data-ticket={ticket.number}>
            <TicketLink to={`/plugins/ticketing/tiket/${ticket.number}`} {...(isBesideForm && { target: '_blank' })}>
              {ticket.number} · {ticket.title}
              {isBesideForm && <VisuallyHidden> ({t('lines.newTab')})</VisuallyHidden>}
            </TicketLink>
            <Flex gap={2} wrap="wrap" paddingTop={1}>
              <StatusMark status={ticket.status} />
              <Moment at={ticket.submittedAt} />
            </Flex>
          </li>
        ))}
      </Flex>
    </div>
  );
}
