import { Button, Typography } from '@strapi/design-system';
import type { JobName } from '../../../../domain';
import type { JobState } from '../../../../domain/contract';
import { ListRow, RowWords } from '../../parts/ListRow';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

const COLOURS = {
  busy: ['primary100', 'primary700'],
  good: ['success100', 'success700'],
  bad: ['danger100', 'danger700'],
  none: ['neutral150', 'neutral700'],
} as const;

const stateOf = ({ isRunning, isWaiting, last }: JobState) =>
  isRunning ? 'running' : isWaiting ? 'waiting' : last === null ? 'never' : last.isGood ? 'good' : 'bad';
const COLOUR_OF = { running: 'busy', waiting: 'busy', never: 'none', good: 'good', bad: 'bad' } as const;

/** A run of the sums takes milliseconds, a backup minutes. */
const ROUNDED = { maximumFractionDigits: 1 } as const;

interface Props {
  readonly jobs: readonly JobState[];
  readonly onRun: (name: JobName) => void;
}

/** What happens by itself: how it went last, when it comes next, and having it done now. */
export function Jobs({ jobs, onRun }: Props) {
  const { t, language } = useWords();
  const time = timeTeller(language);
  const lastOf = ({ last }: JobState): string | null =>
    last &&
    t('operations.job.last', { at: time.exact(last.at), seconds: last.seconds.toLocaleString(language, ROUNDED) });
  return (
    <Panel title={t('operations.jobs')}>
      <Typography tag="p" textColor="neutral700">
        {t('operations.jobs.lead')}
      </Typography>
      <ul>
        {jobs.map((job) => {
          const state = stateOf(job);
          const name = t(`operations.job.${job.name}`);
          return (
            <ListRow key={job.name}>
              <RowWords
                name={name}
                state={t(`operations.job.is.${state}`)}
                colours={COLOURS[COLOUR_OF[state]]}
                about={[
                  lastOf(job),
                  job.nextAt && t('operations.job.next', { at: time.exact(job.nextAt) }),
                  job.failed > 0 && t('operations.job.failures', { count: String(job.failed) }),
                ].map((said) => said || null)}
              >
                {job.last?.why && (
                  <Typography tag="p" textColor="danger700">
                    {job.last.why}
                  </Typography>
                )}
              </RowWords>
              <Button
                variant="secondary"
                size="L"
                disabled={job.isWaiting || job.isRunning}
                aria-label={t('operations.job.runOne', { name })}
                onClick={() => onRun(job.name)}
              >
                {t('operations.job.run')}
              </Button>
            </ListRow>
          );
        })}
      </ul>
    </Panel>
  );
}
