import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, MinusCircle, Stop, WarningCircle } from '@strapi/icons';
import type { SlaVerdict, TicketDetail, TimelineEntry } from '../../../domain';
import { Moment } from '../parts/Moment';
import { Panel } from '../parts/Panel';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { Facts } from '../parts/Facts';
import { Pauses } from './Pauses';

const SIGNS = {
  ON_TIME: { Icon: CheckCircle, ink: 'success700' },
  LATE: { Icon: WarningCircle, ink: 'danger700' },
  RUNNING: { Icon: Clock, ink: 'primary700' },
  PAUSED: { Icon: Stop, ink: 'warning700' },
  NOT_COUNTED: { Icon: MinusCircle, ink: 'neutral600' },
} as const satisfies Record<SlaVerdict, unknown>;

interface ClockProps {
  readonly verdict: SlaVerdict;
  readonly dueAt: string | null;
  readonly doneAt: string | null;
  readonly now: number;
}

/** One clock: its verdict, when it is due, and when it was met. */
function ClockFace({ verdict, dueAt, doneAt, now }: ClockProps) {
  const { t, w } = useWords();
  const { Icon, ink } = SIGNS[verdict];
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Flex tag="span" gap={1}>
        <Icon width="14" height="14" fill={ink} aria-hidden />
        <Typography variant="omega" fontWeight="bold" textColor={ink}>
          {w.verdict[verdict]}
        </Typography>
        {dueAt && (verdict === 'RUNNING' || verdict === 'LATE') && !doneAt && <Moment at={dueAt} now={now} />}
      </Flex>
      {dueAt && (
        <Typography variant="pi" textColor="neutral600">
          {t('sla.due')} <Moment at={dueAt} />
        </Typography>
      )}
      {doneAt && (
        <Typography variant="pi" textColor="neutral600">
          {t('sla.done')} <Moment at={doneAt} />
        </Typography>
      )}
    </Flex>
  );
}

/** What was promised, and how it stands. Times in WIB, pauses in working time. */
export function SlaPanel({
  ticket: {
    sla,
    responseDueAt,
    resolutionDueAt,
    firstResponseAt,
    readyAt,
    resolvedAt,
    verifiedAt,
    submittedAt,
    locksAt,
  },
  timeline,
  now,
}: {
  readonly ticket: TicketDetail;
  readonly timeline: readonly TimelineEntry[];
  readonly now: number;
}) {
  const { t, language } = useWords();
  const isLocked = locksAt !== null && Date.parse(locksAt) <= now;
  return (
    <Panel title={t('panel.sla')}>
      <Facts
        facts={[
          {
            name: t('sla.response'),
            value: <ClockFace verdict={sla.response} dueAt={responseDueAt} doneAt={firstResponseAt} now={now} />,
          },
          {
            name: t('sla.resolution'),
            value: <ClockFace verdict={sla.resolution} dueAt={resolutionDueAt} doneAt={resolvedAt} now={now} />,
          },
          sla.readinessDueAt
            ? {
                name: t('sla.readiness'),
                value: sla.readiness ? (
                  <ClockFace verdict={sla.readiness} dueAt={sla.readinessDueAt} doneAt={readyAt} now={now} />
                ) : (
                  <Moment at={sla.readinessDueAt} />
                ),
              }
            : null,
          sla.pausedMinutes > 0 ? { name: t('sla.paused'), value: timeTeller(language).span(sla.pausedMinutes) } : null,
          sla.isShortNotice ? { name: t('sla.notice'), value: t('sla.shortNotice') } : null,
          sla.pauses.length > 0
            ? { name: t('sla.pauses'), value: <Pauses pauses={sla.pauses} timeline={timeline} /> }
            : null,
          { name: t('sla.submitted'), value: <Moment at={submittedAt} /> },
          verifiedAt ? { name: t('sla.verified'), value: <Moment at={verifiedAt} /> } : null,
          locksAt ? { name: t(isLocked ? 'sla.locked' : 'sla.locks'), value: <Moment at={locksAt} /> } : null,
        ]}
      />
    </Panel>
  );
}
