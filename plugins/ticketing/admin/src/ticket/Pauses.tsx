import { Flex, Typography } from '@strapi/design-system';
import type { TicketSla, TimelineEntry } from '../../../domain';
import { timeTeller } from '../time';
import { useWords } from '../words';

const LONGEST_REASON = 160;

interface Props {
  readonly pauses: TicketSla['pauses'];
  readonly timeline: readonly TimelineEntry[];
}

/**
 * Each time the clock stood still: from when to when, how long of it was working time, and what was said as it stopped.
 */
export function Pauses({ pauses, timeline }: Props) {
  const { t, w, language } = useWords();
  const { brief, span } = timeTeller(language);
  const reasonOf = (from: string): string | null => {
    const entry = timeline.find(({ at, status }) => at === from && status !== null);
    const said = entry?.text ?? entry?.facts['party'] ?? null;
    return said !== null && said.length > LONGEST_REASON ? `${said.slice(0, LONGEST_REASON)}…` : said;
  };
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
      {pauses.map(({ from, to, status, minutes }) => (
        <li key={from}>
          <Typography variant="omega" textColor="neutral800" tag="p">
            {w.status[status]} · {span(minutes)}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {to ? t('sla.pauseSpan', { from: brief(from), to: brief(to) }) : t('sla.pauseOpen', { from: brief(from) })}
          </Typography>
          {reasonOf(from) && (
            <Typography variant="pi" textColor="neutral700" tag="p" style={{ overflowWrap: 'anywhere' }}>
              “{reasonOf(from)}”
            </Typography>
          )}
        </li>
      ))}
    </Flex>
  );
}
