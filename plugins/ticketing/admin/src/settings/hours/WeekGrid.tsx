import { Button, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import { HOURS_LIMITS, timeOfDay, WEEKDAYS, weeklyMinutes, type OpenHours } from '../../../../domain';
import { useWords } from '../../words';
import { dayName, nextSlot, spread } from './week';

const Day = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[2]};
  grid-template-columns: minmax(0, 1fr);
  padding-block: ${({ theme }) => theme.spaces[3]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  ${({ theme }) => theme.breakpoints.medium} {
    grid-template-columns: 10rem minmax(0, 1fr);
  }
`;
const Time = styled.div`
  width: 8.5rem;
`;

interface Props {
  readonly slots: readonly OpenHours[];
  /** Where the server's complaints about these begin: `slots`, or `periods.0.slots`. */
  readonly place: string;
  readonly issues: Readonly<Record<string, string>>;
  readonly isOff: boolean;
  readonly onChange: (slots: readonly OpenHours[]) => void;
}

/** The hours of a week, day by day; a break is the gap between two stretches. */
export function WeekGrid({ slots, place, issues, isOff, onChange }: Props) {
  const { t, language } = useWords();
  const minutes = weeklyMinutes(slots);
  const parts = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  const total = t(parts.minutes === 0 ? 'hours.totalWhole' : 'hours.total', parts);
  const set = (index: number, part: Partial<OpenHours>) =>
    onChange(slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)));
  const complaintOf = (index: number) =>
    (['opens', 'closes'] as const).flatMap((name) => issues[`${place}.${index}.${name}`] ?? []).join(' ');
  const time = (index: number, name: 'opens' | 'closes', day: string) => (
    <Field.Root name={`${place}.${index}.${name}`} error={issues[`${place}.${index}.${name}`]}>
      <Time>
        <TextInput
          aria-label={t(`hours.${name}`, { day })}
          aria-describedby={complaintOf(index) ? `${place}.${index}.complaint` : undefined}
          inputMode="numeric"
          maxLength={5}
          disabled={isOff}
          value={slots[index]?.[name] ?? ''}
          onChange={(event) => set(index, { [name]: event.target.value })}
          onBlur={(event) => set(index, { [name]: timeOfDay(event.target.value) })}
        />
      </Time>
    </Field.Root>
  );
  return (
    <div>
      {WEEKDAYS.map((weekday) => {
        const day = dayName(language, weekday);
        const own = slots.flatMap((slot, index) => (slot.weekday === weekday ? [{ slot, index }] : []));
        return (
          <Day key={weekday} role="group" aria-label={day} data-weekday={weekday}>
            <Typography tag="p" variant="omega" fontWeight="semiBold" style={{ paddingTop: '1rem' }}>
              {day}
            </Typography>
            <Flex alignItems="flex-start" gap={4} wrap="wrap">
              {own.length === 0 && (
                <Typography tag="p" variant="omega" textColor="neutral600" style={{ paddingTop: '1rem' }}>
                  {t('hours.closed')}
                </Typography>
              )}
              {own.map(({ slot: { opens, closes }, index }) => (
                <div key={index}>
                  <Flex gap={2} alignItems="flex-start">
                    {time(index, 'opens', day)}
                    <Typography variant="omega" style={{ paddingTop: '1rem' }}>
                      {t('hours.to')}
                    </Typography>
                    {time(index, 'closes', day)}
                    {!isOff && (
                      <IconButton
                        label={t('hours.remove', { opens, closes, day })}
                        variant="ghost"
                        onClick={() => onChange(slots.filter((_, at) => at !== index))}
                      >
                        <Trash />
                      </IconButton>
                    )}
                  </Flex>
                  {complaintOf(index) && (
                    <Typography id={`${place}.${index}.complaint`} tag="p" variant="pi" textColor="danger600">
                      {complaintOf(index)}
                    </Typography>
                  )}
                </div>
              ))}
              {!isOff && slots.length < HOURS_LIMITS.slots && (
                <IconButton
                  label={t('hours.add', { day })}
                  onClick={() => onChange([...slots, nextSlot(weekday, own.length)])}
                >
                  <Plus />
                </IconButton>
              )}
            </Flex>
          </Day>
        );
      })}
      <Flex gap={4} paddingTop={3} wrap="wrap" justifyContent="space-between">
        <Typography tag="p" variant="omega" fontWeight="semiBold">
          {total}
        </Typography>
        {!isOff && (
          <Button type="button" variant="tertiary" onClick={() => onChange(spread(slots))}>
            {t('hours.spread')}
          </Button>
        )}
      </Flex>
    </div>
  );
}
