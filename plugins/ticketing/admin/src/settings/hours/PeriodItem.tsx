import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { HOURS_LIMITS, type HoursPeriod } from '../../../../domain';
import { Fold } from '../../parts/Fold';
import { WhenInput } from '../../parts/WhenInput';
import { useWords } from '../../words';
import { WeekGrid } from './WeekGrid';

interface Props {
  readonly period: HoursPeriod;
  readonly index: number;
  readonly issues: Readonly<Record<string, string>>;
  readonly isOff: boolean;
  readonly onChange: (part: Partial<HoursPeriod>) => void;
  readonly onRemove: () => void;
}

/** Other hours for a while: their name, their days, their week. Open where something is amiss. */
export function PeriodItem({ period, index, issues, isOff, onChange, onRemove }: Props) {
  const { t } = useWords();
  const place = `periods.${index}`;
  const { name, startsOn, endsOn } = period;
  const days = [startsOn, endsOn].map((day) => day.split('-').reverse().join('-'));
  const isAmiss = Object.keys(issues).some((field) => field.startsWith(`${place}.`));
  const day = (field: 'startsOn' | 'endsOn') => (
    <Field.Root name={`${place}.${field}`} required error={issues[`${place}.${field}`]}>
      <Field.Label>{t(`hours.${field}`)}</Field.Label>
      <WhenInput type="date" value={period[field]} onChange={(value) => onChange({ [field]: value })} />
      <Field.Error />
    </Field.Root>
  );
  return (
    <Box data-period={index}>
      <Fold
        title={name && startsOn && endsOn ? `${name}, ${days.join(' – ')}` : name || t('hours.newPeriod')}
        isOpen={isAmiss || !startsOn}
      >
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root name={`${place}.name`} required error={issues[`${place}.name`]}>
            <Field.Label>{t('hours.periodName')}</Field.Label>
            <TextInput
              value={name}
              maxLength={HOURS_LIMITS.periodName}
              disabled={isOff}
              onChange={(event) => onChange({ name: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Flex gap={4} wrap="wrap" alignItems="flex-start">
            {day('startsOn')}
            {day('endsOn')}
          </Flex>
          <WeekGrid
            slots={period.slots}
            place={`${place}.slots`}
            issues={issues}
            isOff={isOff}
            onChange={(slots) => onChange({ slots })}
          />
          {!isOff && (
            <Box>
              <Button type="button" variant="danger-light" onClick={onRemove}>
                {t('hours.removePeriod', { name: name || t('hours.newPeriod') })}
              </Button>
            </Box>
          )}
        </Flex>
      </Fold>
    </Box>
  );
}
