import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { RELATIONS, type TicketDetail } from '../../../domain';
import { Panel } from '../parts/Panel';
import { StatusMark } from '../parts/StatusMark';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';

const Row = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  overflow-wrap: anywhere;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** Tickets that hang together with this one: what it is part of, what is part of it, doubles, and what else belongs. */
export function LinksPanel({ ticket: { links } }: { readonly ticket: TicketDetail }) {
  const { t, w } = useWords();
  if (links.length === 0) return null;
  const groups = RELATIONS.map((relation) => ({
    relation,
    links: links.filter((link) => link.relation === relation),
  })).filter(({ links: kept }) => kept.length > 0);
  return (
    <Panel title={t('panel.links', { count: links.length })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {groups.map(({ relation, links: kept }) => (
          <Box key={relation}>
            <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={2}>
              {w.relation[relation]}
            </Typography>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
              {kept.map(({ number, title, status, skpd }) => (
                <li key={number} data-link={number}>
                  <Row to={`${QUEUE}/tiket/${number}`}>
                    {number} · {title}
                  </Row>
                  <Flex gap={2} wrap="wrap" paddingTop={1}>
                    <StatusMark status={status} />
                    <Typography variant="pi" textColor="neutral600">
                      {skpd.name}
                    </Typography>
                  </Flex>
                </li>
              ))}
            </Flex>
          </Box>
        ))}
      </Flex>
    </Panel>
  );
}
