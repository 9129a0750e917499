import { Flex } from '@strapi/design-system';
import { isOpen, LIMITS, type TicketDetail } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { useUnitTickets } from '../live/useUnitTickets';
import { Panel } from '../parts/Panel';
import { TicketLines } from '../parts/TicketLines';
import { useWords } from '../words';

const EVERY_MS = 120_000;

/** Beside an open request: tickets that may tell of the same thing, and what else the unit waits for. */
export function RelatedPanel({ ticket: { number, title, category, skpd, status } }: { readonly ticket: TicketDetail }) {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const isAsked = isOpen(status);
  const looksForSimilar = isAsked && may('ticket:create');
  const { data: similar } = useLive(
    `similar.${number}.${looksForSimilar}`,
    (signal) =>
      looksForSimilar
        ? client.findSimilar({ title: title.slice(0, LIMITS.search), category: category.code }, { signal })
        : Promise.resolve([]),
    { every: EVERY_MS },
  );
  const others = useUnitTickets(isAsked ? skpd.code : '', { isOpen: true, without: number });
  const alike = (similar ?? []).filter((each) => each.number !== number);
  const rest = others.filter((each) => !alike.some((one) => one.number === each.number));
  if (alike.length === 0 && rest.length === 0) return null;
  return (
    <Panel title={t('panel.related')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {alike.length > 0 && <TicketLines title={t('related.similar')} tickets={alike} />}
        {rest.length > 0 && <TicketLines title={t('related.unit', { unit: skpd.name })} tickets={rest} />}
      </Flex>
    </Panel>
  );
}
