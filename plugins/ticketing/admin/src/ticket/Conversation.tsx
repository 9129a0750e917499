import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';
import type { TimelineEntry } from '../../../domain';
import type { Live } from '../live/useLive';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
import { Fold } from '../parts/Fold';
import { Entry } from './Entry';
import { runsOf, type Run } from './runs';

/** A long history begins folded; the newest is what matters. */
const SHOWN_AT_FIRST = 30;

interface Props {
  readonly timeline: Live<TimelineEntry[]>;
  readonly now: number;
  /** Beside its title. */
  readonly aside: ReactNode;
  readonly children: ReactNode;
}

/** The ticket's history, oldest first, what was said in sight and mere events folded, ending where one answers. */
export function Conversation({ timeline: { data, refusal, refresh }, now, aside, children }: Props) {
  const { t, w } = useWords();
  const [isUnfolded, setUnfolded] = useState(false);
  const titleOf = (events: Extract<Run, { events: unknown }>['events']): string =>
    t('conversation.events', {
      count: events.length,
      names: [...new Set(events.map(({ event }) => w.event[event]))].join(', '),
    });
  const folded = isUnfolded ? 0 : Math.max(0, (data?.length ?? 0) - SHOWN_AT_FIRST);
  return (
    <Panel title={t('panel.conversation')} aside={aside}>
      {refusal && (
        <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
          {refusal.message}
        </Notice>
      )}
      {!data && !refusal && (
        <Flex justifyContent="center" padding={5}>
          <Loader small>{t('loading')}</Loader>
        </Flex>
      )}
      {folded > 0 && (
        <Flex paddingBottom={3}>
          <Button size="S" variant="tertiary" onClick={() => setUnfolded(true)}>
            {t('conversation.earlier', { count: folded })}
          </Button>
        </Flex>
      )}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {runsOf(data?.slice(folded) ?? []).map((run) =>
          'said' in run ? (
            <Entry key={run.said.id} entry={run.said} now={now} />
          ) : (
            <li key={run.events[0].id}>
              <Fold title={titleOf(run.events)} name="events">
                <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
                  {run.events.map((entry) => (
                    <Entry key={entry.id} entry={entry} now={now} />
                  ))}
                </Flex>
              </Fold>
            </li>
          ),
        )}
      </Flex>
      {data?.length === 0 && (
        <Typography variant="omega" textColor="neutral600">
          {t('conversation.none')}
        </Typography>
      )}
      {children}
    </Panel>
  );
}
