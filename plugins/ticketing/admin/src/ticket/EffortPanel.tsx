import { Button, Flex, Typography } from '@strapi/design-system';
import type { Action, EffortEntry, TicketDetail } from '../../../domain';
import { Panel } from '../parts/Panel';
import { timeTeller } from '../time';
import { useWords } from '../words';

const ACTIONS = ['recordEffort', 'correctEffort'] as const satisfies readonly Action[];

function Entry({ entry }: { readonly entry: EffortEntry }) {
  const { t, w, language } = useWords();
  const { day, span } = timeTeller(language);
  return (
    <li>
      <Flex justifyContent="space-between" gap={3} alignItems="baseline">
        <Typography variant="omega" fontWeight="semiBold" tag="p" style={{ overflowWrap: 'anywhere' }}>
          {entry.worker.name}
        </Typography>
        <Typography variant="omega" tag="p" style={{ whiteSpace: 'nowrap' }}>
          {span(entry.minutes)}
        </Typography>
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {[day(entry.day), entry.kind ? w.effortKind[entry.kind] : t('effort.withResult')].join(' · ')}
      </Typography>
      {entry.note && (
        <Typography variant="pi" textColor="neutral700" tag="p" style={{ overflowWrap: 'anywhere' }}>
          {entry.note}
        </Typography>
      )}
      {entry.minutes !== entry.recordedMinutes && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('effort.corrected', { before: span(entry.recordedMinutes) })}
        </Typography>
      )}
    </li>
  );
}

/** Working time on this ticket: who, when, how long, on what; and the way to tell of more, or to put it right. */
export function EffortPanel({
  ticket,
  onAct,
}: {
  readonly ticket: TicketDetail;
  readonly onAct: (action: Action) => void;
}) {
  const { t, w, language } = useWords();
  const { effort } = ticket;
  const offered = ACTIONS.filter((action) => ticket.actions.includes(action));
  const shown = offered.filter((action) => action === 'recordEffort' || effort.length > 0);
  if (effort.length === 0 && shown.length === 0) return null;
  const total = effort.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Panel title={t('panel.effort', { total: timeTeller(language).span(total) })}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {effort.length === 0 ? (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('effort.none')}
          </Typography>
        ) : (
          <Flex
            tag="ol"
            direction="column"
            alignItems="stretch"
            gap={3}
            style={{ listStyle: 'none', margin: 0, padding: 0 }}
          >
            {effort.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </Flex>
        )}
        {shown.length > 0 && (
          <Flex gap={2} wrap="wrap">
            {shown.map((action) => (
              <Button key={action} size="S" variant="tertiary" onClick={() => onAct(action)}>
                {w.action[action]}
              </Button>
            ))}
          </Flex>
        )}
      </Flex>
    </Panel>
  );
}
