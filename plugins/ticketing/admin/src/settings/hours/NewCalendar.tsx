import { Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { calendarCodeOf, HOURS_LIMITS, LIMITS, type KeptHours, type SaidHours } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { useWords } from '../../words';
import { bodyOfHours } from './week';

/** No calendar is called so: what is copied from nothing is open at every minute, until its hours are set. */
const NOTHING = '-';
const AROUND_THE_CLOCK: Omit<SaidHours, 'name'> = { alwaysOpen: true, slots: [], periods: [] };

interface Props {
  readonly calendars: readonly KeptHours[];
  /** The one to copy unless another is chosen; null where there is none. */
  readonly begun: string | null;
  readonly onMade: (calendars: KeptHours[], code: string) => void;
  readonly onClose: () => void;
}

/** One more calendar, begun as a copy; its week is changed on the page. What was typed outlives a refusal. */
export function NewCalendar({ calendars, begun, onMade, onClose }: Props) {
  const { t, w } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [empty] = useState(() => ({ name: '', code: '', copyOf: begun ?? NOTHING }));
  const [typed, change, clear] = useDraft(`${me.actor.id}.calendar`, empty);
  const { name, code, copyOf } = typed;
  const source = calendars.find((each) => each.code === copyOf);
  const form = useSubmit(async () => {
    const made = await client.createWorkingHours({
      code,
      ...bodyOfHours({ ...(source ?? AROUND_THE_CLOCK), name: name.trim() }),
    });
    clear();
    toggleNotification({ type: 'success', message: t('hours.calendarMade', { name: name.trim() }) });
    onMade(made, code);
  });
  const fill = (part: Partial<typeof typed>) => {
    change(part);
    for (const field of Object.keys(part)) form.forgive(field);
  };
  // The code follows the name until somebody types another.
  const called = (next: string) =>
    fill({ name: next, ...(code === calendarCodeOf(name) && { code: calendarCodeOf(next) }) });
  return (
    <FormDialog title={t('hours.newCalendar')} label={t('hours.makeCalendar')} form={form} onClose={onClose}>
      <Field.Root name="name" required error={form.issues['name']}>
        <Field.Label>{t('hours.name')}</Field.Label>
        <TextInput value={name} maxLength={HOURS_LIMITS.name} onChange={(event) => called(event.target.value)} />
        <Field.Error />
      </Field.Root>
      <Field.Root name="code" required error={form.issues['code']} hint={t('hours.codeHint')}>
        <Field.Label>{w.field.code}</Field.Label>
        <TextInput
          value={code}
          maxLength={LIMITS.code}
          onChange={(event) => fill({ code: event.target.value.toUpperCase().replace(/\s+/g, '_') })}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root name="copyOf" required hint={t('hours.copyHint')}>
        <Field.Label>{t('hours.copyOf')}</Field.Label>
        <SingleSelect value={source ? copyOf : NOTHING} onChange={(chosen) => fill({ copyOf: String(chosen) })}>
          {calendars.map((each) => (
            <SingleSelectOption key={each.code} value={each.code}>
              {each.name}
            </SingleSelectOption>
          ))}
          <SingleSelectOption value={NOTHING}>{t('hours.alwaysOpen')}</SingleSelectOption>
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
    </FormDialog>
  );
}
