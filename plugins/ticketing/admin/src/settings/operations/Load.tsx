import { Flex, Typography } from '@strapi/design-system';
import { LOAD_STEPS, type LoadUnit } from '../../../../domain';
import type { Load as LoadOf } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { ListRow, RowWords } from '../../parts/ListRow';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

const EVERY_MS = 60_000;

/** Numbers as people read them, by what they are of. */
function useNumbers() {
  const { t, language } = useWords();
  const { size } = timeTeller(language);
  const number = (value: number, digits: number): string =>
    value.toLocaleString(language, { maximumFractionDigits: digits });
  const percent = (value: number): string => `${number(value, 1)} %`;
  const perSecond = (value: number): string => t('operations.load.perSecond', { size: size(value) });
  const measured: Readonly<Record<LoadUnit, (value: number) => string>> = {
    percent,
    sessions: (value) => t('operations.load.sessions', { count: number(value, 2) }),
    bytes: size,
    bytesPerSecond: perSecond,
  };
  return { size, number, percent, perSecond, measured };
}

const COLOURS = { due: ['danger100', 'danger700'], fine: ['success100', 'success700'] } as const;

function Steps({ figures, due }: LoadOf) {
  const { t } = useWords();
  const { measured } = useNumbers();
  return (
    <ul aria-label={t('operations.load')}>
      {LOAD_STEPS.map(({ step, figure, unit, from }) => {
        const state = due.includes(step) ? 'due' : 'fine';
        return (
          <ListRow key={step}>
            <RowWords
              name={t(`operations.load.part.${step}`)}
              state={t(`operations.load.is.${state}`)}
              colours={COLOURS[state]}
              about={[
                t('operations.load.now', { now: measured[unit](figures[figure]) }),
                t('operations.load.from', { from: measured[unit](from) }),
              ]}
            >
              <Typography tag="p" textColor="neutral700">
                {t(`operations.load.step.${step}`)}
              </Typography>
            </RowWords>
          </ListRow>
        );
      })}
    </ul>
  );
}

function Tables({ tables }: Pick<LoadOf, 'tables'>) {
  const { t } = useWords();
  const { size, number, percent } = useNumbers();
  return (
    <ul aria-label={t('operations.load.tables')}>
      {tables.map((table) => (
        <ListRow key={table.name}>
          <RowWords
            name={table.name}
            state={t(`operations.load.for.${table.purpose}`)}
            colours={['neutral150', 'neutral700']}
            about={[
              t('operations.load.size', { size: size(table.bytes), indexes: size(table.indexes) }),
              t('operations.load.rows', { count: number(table.rows, 0) }),
              t('operations.load.shares', { reads: percent(table.reads), writes: percent(table.writes) }),
            ]}
          >
            {null}
          </RowWords>
        </ListRow>
      ))}
    </ul>
  );
}

/** What carries how much in PostgreSQL, and from which number on what is to be done about it. */
export function Load() {
  const { t } = useWords();
  const { number, perSecond } = useNumbers();
  const client = useClient();
  const live = useLive('operations.load', (signal) => client.getLoad({}, { signal }), { every: EVERY_MS });
  return (
    <Panel title={t('operations.load')}>
      <Loaded live={live}>
        {(data) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p" textColor="neutral700">
              {t(data.isMeasuredByMinute ? 'operations.load.lead' : 'operations.load.leadOverall')}
            </Typography>
            {data.due.map((step) => (
              <Notice key={step} kind="alarm">
                {t('operations.load.due', { step: t(`operations.load.step.${step}`) })}
              </Notice>
            ))}
            <Steps {...data} />
            <Typography tag="p" textColor="neutral700">
              {t('operations.load.minute', {
                sessions: number(data.rates.sessions, 2),
                commits: number(data.rates.commitsPerSecond, 1),
                wal: perSecond(data.rates.walPerSecond),
              })}
            </Typography>
            <Typography tag="h3" variant="delta">
              {t('operations.load.tables')}
            </Typography>
            <Tables tables={data.tables} />
          </Flex>
        )}
      </Loaded>
    </Panel>
  );
}
