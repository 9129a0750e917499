import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';
import { isOpen, RELATIONS, type TicketDetail } from '../../../domain';
import { useDesk } from '../api/Desk';
import { Panel } from '../parts/Panel';
import { StatusMark } from '../parts/StatusMark';
import { TicketLink } from '../parts/TicketLines';
import { BulkReport } from '../queue/bulk/BulkReport';
import type { Done } from '../queue/bulk/useBulk';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';
import { ChildrenDialog } from './ChildrenDialog';

interface Props {
  readonly ticket: TicketDetail;
  readonly onChanged: () => void;
}

/** Tickets that hang together with this one: what it is part of, what is part of it, doubles, and what else belongs. */
export function LinksPanel({ ticket: { links }, onChanged }: Props) {
  const { t, w } = useWords();
  const { may } = useDesk();
  const [isResolving, setResolving] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  if (links.length === 0) return null;
  const open = links.filter(({ relation, status }) => relation === 'PARENT_OF' && isOpen(status));
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
                  <TicketLink to={`${QUEUE}/tiket/${number}`}>
                    {number} · {title}
                  </TicketLink>
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
        {open.length > 0 && may('ticket:process') && (
          <Button variant="secondary" startIcon={<Check />} onClick={() => setResolving(true)}>
            {t('children.resolve', { count: open.length })}
          </Button>
        )}
        {done && <BulkReport done={done} onClose={() => setDone(null)} />}
      </Flex>
      {isResolving && (
        <ChildrenDialog
          open={open}
          onDone={(outcome) => {
            setResolving(false);
            setDone(outcome);
            onChanged();
          }}
          onClose={() => setResolving(false)}
        />
      )}
    </Panel>
  );
}
