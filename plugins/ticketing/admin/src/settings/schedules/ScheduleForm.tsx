import {
  Checkbox,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import {
  CADENCES,
  LANGUAGES,
  LIMITS,
  REPORTS,
  SENT_FORMATS,
  type Cadence,
  type Filters,
  type Language,
  type ReportName,
  type SentFormat,
} from '../../../../domain';
import type { ReportSchedule, ScheduleRecipient } from '../../../../domain/contract';
import { WhenInput } from '../../parts/WhenInput';
import { useWords } from '../../words';
import { FiltersInput } from './FiltersInput';
import { RecipientsInput } from './RecipientsInput';

/** What is said of a schedule, as it is typed. */
export interface SaidSchedule {
  readonly name: string;
  readonly reports: readonly ReportName[];
  readonly formats: readonly SentFormat[];
  readonly language: Language;
  readonly filters: Filters;
  readonly cadence: Cadence;
  readonly workingDay: number | undefined;
  readonly time: string;
  readonly recipients: readonly ScheduleRecipient[];
  readonly isActive: boolean;
}
export const NO_SCHEDULE: SaidSchedule = {
  name: '',
  reports: ['summary'],
  formats: ['pdf', 'xlsx'],
  language: 'id',
  filters: {},
  cadence: 'MONTHLY',
  workingDay: 1,
  time: '07:30',
  recipients: [],
  isActive: true,
};
export const saidOfSchedule = (schedule: ReportSchedule): SaidSchedule => {
  const { name, reports, formats, language, filters, cadence, workingDay, time, recipients, isActive } = schedule;
  return { name, reports, formats, language, filters, cadence, workingDay, time, recipients, isActive };
};
/** The same as the contract wants it; a number left blank is refused by its name. */
export const scheduleBodyOf = ({ recipients, reports, formats, workingDay, ...said }: SaidSchedule) => ({
  ...said,
  reports: [...reports],
  formats: [...formats],
  workingDay: workingDay ?? 0,
  recipients: recipients.map(({ door, id }) => ({ door, id })),
});

/** Filters have an input for each of them. */
type FieldName = Exclude<keyof SaidSchedule, 'filters'>;
interface Props {
  readonly said: SaidSchedule;
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<SaidSchedule>) => void;
}

/** Which reports, when, as what, and to whom. */
export function ScheduleForm({ said, issues, onChange }: Props) {
  const { t, w } = useWords();
  const field = (name: FieldName, control: ReactNode, hint?: string) => (
    <Field.Root name={name} required error={issues[name]} hint={hint}>
      <Field.Label>{w.field[name]}</Field.Label>
      {control}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const several = <T extends string>(
    name: FieldName,
    all: readonly T[],
    chosen: readonly T[],
    labelOf: (value: T) => string,
    change: (values: readonly T[]) => void,
  ) =>
    field(
      name,
      <MultiSelect
        value={[...chosen]}
        // Strapi's tags hold buttons without a name, which no key reaches.
        customizeContent={() => chosen.map(labelOf).join(', ')}
        onChange={(values: readonly string[]) => change(all.filter((value) => values.includes(value)))}
      >
        {all.map((value) => (
          <MultiSelectOption key={value} value={value}>
            {labelOf(value)}
          </MultiSelectOption>
        ))}
      </MultiSelect>,
    );
  const one = <T extends string>(
    name: FieldName,
    all: readonly T[],
    chosen: T,
    labelOf: (value: T) => string,
    change: (value: T) => void,
  ) =>
    field(
      name,
      <SingleSelect value={chosen} onChange={(value) => change(all.find((each) => each === value) ?? chosen)}>
        {all.map((value) => (
          <SingleSelectOption key={value} value={value}>
            {labelOf(value)}
          </SingleSelectOption>
        ))}
      </SingleSelect>,
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {field(
        'name',
        <TextInput
          value={said.name}
          maxLength={LIMITS.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />,
      )}
      {several(
        'reports',
        REPORTS,
        said.reports,
        (report) => w.report[report],
        (reports) => onChange({ reports }),
      )}
      <FiltersInput value={said.filters} issues={issues} onChange={(filters) => onChange({ filters })} />
      <RecipientsInput
        value={said.recipients}
        error={issues['recipients']}
        onChange={(recipients) => onChange({ recipients })}
      />
      {one(
        'cadence',
        CADENCES,
        said.cadence,
        (cadence) => t(`schedules.cadence.${cadence}`),
        (cadence) => onChange({ cadence }),
      )}
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        {said.cadence !== 'DAILY' &&
          field(
            'workingDay',
            <NumberInput value={said.workingDay} onValueChange={(workingDay) => onChange({ workingDay })} />,
            t('schedules.workingDayHint'),
          )}
        {field('time', <WhenInput type="time" value={said.time} onChange={(time) => onChange({ time })} />)}
      </Flex>
      {several(
        'formats',
        SENT_FORMATS,
        said.formats,
        (format) => format.toUpperCase(),
        (formats) => onChange({ formats }),
      )}
      {one(
        'language',
        LANGUAGES,
        said.language,
        (language) => t(`schedules.language.${language}`),
        (language) => onChange({ language }),
      )}
      <Checkbox checked={said.isActive} onCheckedChange={(isActive) => onChange({ isActive: isActive === true })}>
        {t('schedules.isActive')}
      </Checkbox>
    </Flex>
  );
}
