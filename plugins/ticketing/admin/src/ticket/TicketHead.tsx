import { Box, Flex, Typography } from '@strapi/design-system';
import type { TicketDetail } from '../../../domain';
import { Heading } from '../frame/Heading';
import type { Neighbours } from '../live/walk';
import { LockMark } from '../parts/LockMark';
import { PriorityMark } from '../parts/PriorityMark';
import { StatusMark } from '../parts/StatusMark';
import { timeTeller } from '../time';
import { NeighbourLinks } from './NeighbourLinks';
import { useWords } from '../words';

/** Which ticket this is and how it stands, at a glance. */
export function TicketHead({
  ticket: { number, title, status, priority, skpd, category, isConfidential, reopenCount, locksAt, source },
  now,
  backTo,
  neighbours,
}: {
  readonly ticket: TicketDetail;
  readonly now: number;
  readonly backTo: string;
  readonly neighbours: Neighbours | null;
}) {
  const { t, language } = useWords();
  const lockedAt = locksAt !== null && Date.parse(locksAt) <= now ? locksAt : null;
  return (
    <Heading
      title={title}
      backTo={backTo}
      actions={neighbours && <NeighbourLinks neighbours={neighbours} />}
      above={
        <Typography
          variant="omega"
          fontWeight="semiBold"
          textColor="neutral600"
          style={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {number}
        </Typography>
      }
      below={
        <Box paddingTop={2}>
          <Typography variant="omega" textColor="neutral700" tag="p">
            {skpd.name} · {category.name}
          </Typography>
          <Flex gap={4} wrap="wrap" paddingTop={3}>
            <StatusMark status={status} />
            <PriorityMark priority={priority} />
            {isConfidential && <LockMark words={t('ticket.confidential')} />}
            {lockedAt && <LockMark words={t('ticket.locked', { day: timeTeller(language).day(lockedAt) })} />}
            {source && (
              <Typography variant="omega" textColor="neutral700" data-source>
                {t('ticket.imported', { system: source.name, number: source.number })}
              </Typography>
            )}
            {reopenCount > 0 && (
              <Typography variant="omega" textColor="neutral700">
                {t('ticket.reopened', { count: reopenCount })}
              </Typography>
            )}
          </Flex>
        </Box>
      }
    />
  );
}
