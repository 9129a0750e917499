import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { SCHEDULE_LIMITS } from '../../../../domain';
import type { ScheduleRecipient } from '../../../../domain/contract';
import { useWords } from '../../words';
import { PersonPicker } from '../why/PersonPicker';

interface Props {
  readonly value: readonly ScheduleRecipient[];
  readonly error: string | undefined;
  readonly onChange: (value: readonly ScheduleRecipient[]) => void;
}
const isSame = (one: ScheduleRecipient, other: ScheduleRecipient): boolean =>
  one.door === other.door && one.id === other.id;

/** People with an account, one by one. */
export function RecipientsInput({ value, error, onChange }: Props) {
  const { t, w } = useWords();
  return (
    <Field.Root name="recipients" required error={error} hint={t('schedules.recipientsHint')}>
      <Field.Label>{w.field.recipients}</Field.Label>
      {value.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingBottom={2}>
          {value.map((person) => (
            <Flex key={`${person.door}-${person.id}`} tag="li" justifyContent="space-between" gap={3}>
              <Typography variant="omega">{person.name}</Typography>
              <Button
                type="button"
                size="S"
                variant="tertiary"
                aria-label={`${t('schedules.remove')}: ${person.name}`}
                onClick={() => onChange(value.filter((other) => !isSame(other, person)))}
              >
                {t('schedules.remove')}
              </Button>
            </Flex>
          ))}
        </Flex>
      )}
      {value.length < SCHEDULE_LIMITS.recipients && (
        <PersonPicker
          value={null}
          onChange={(person) => {
            if (!person || value.some((other) => isSame(other, person))) return;
            onChange([...value, { door: person.door, id: person.id, name: person.name }]);
          }}
        />
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
