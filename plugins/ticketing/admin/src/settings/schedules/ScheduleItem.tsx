import { Flex, Typography } from '@strapi/design-system';
import type { ReportSchedule } from '../../../../domain/contract';
import { ListRow, RowButton, RowWords } from '../../parts/ListRow';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { narrowedTo, useFilterNames } from './filters';
import { RunItem } from './RunItem';

interface Props {
  readonly schedule: ReportSchedule;
  readonly isBusy: boolean;
  /** Absent for those who only look. */
  readonly onChange: (() => void) | undefined;
  readonly onRun: () => void;
  readonly onResend: (run: string) => void;
}

const COLOURS = { active: ['success100', 'success700'], resting: ['neutral150', 'neutral700'] } as const;

/** One schedule: what is sent to whom and when, the next time, and its latest runs. */
export function ScheduleItem({ schedule, isBusy, onChange, onRun, onResend }: Props) {
  const { t, w, language } = useWords();
  const { name, reports, formats, filters, recipients, cadence, workingDay, time, next, runs, isActive } = schedule;
  const { day, exact } = timeTeller(language);
  const options = useFilterNames();
  return (
    <ListRow data-schedule={name}>
      <RowWords
        name={name}
        state={t(isActive ? 'schedules.active' : 'schedules.resting')}
        colours={COLOURS[isActive ? 'active' : 'resting']}
        about={[
          t(`schedules.when.${cadence}`, { n: workingDay, time: time.replace(':', '.') }),
          formats.map((format) => format.toUpperCase()).join(', '),
          t(`schedules.language.${schedule.language}`),
        ]}
      >
        <Typography tag="p" variant="omega" textColor="neutral800">
          {reports.map((report) => w.report[report]).join(', ')}
        </Typography>
        {Object.keys(filters).length > 0 && (
          <Typography tag="p" variant="omega" textColor="neutral800">
            {t('schedules.only', { names: narrowedTo(filters, options) })}
          </Typography>
        )}
        <Typography tag="p" variant="omega" textColor="neutral800">
          {t('schedules.to', { names: recipients.map((person) => person.name).join(', ') })}
        </Typography>
        {next && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('schedules.next', { at: exact(next.at), from: day(next.from), to: day(next.to) })}
          </Typography>
        )}
        {runs.length > 0 && (
          <ul aria-label={t('schedules.runs', { name })}>
            {runs.map((run) => (
              <RunItem
                key={run.id}
                run={run}
                isBusy={isBusy}
                onResend={onChange ? () => onResend(run.id) : undefined}
              />
            ))}
          </ul>
        )}
      </RowWords>
      {onChange && (
        <Flex gap={2} wrap="wrap">
          <RowButton deed={t('schedules.run')} name={name} isBusy={isBusy} onClick={onRun} />
          <RowButton deed={t('accounts.edit')} name={name} onClick={onChange} />
        </Flex>
      )}
    </ListRow>
  );
}
