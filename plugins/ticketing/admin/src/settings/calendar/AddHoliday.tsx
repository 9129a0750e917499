import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { HOLIDAY_KINDS, LIMITS, type HolidayKind } from '../../../../domain';
import type { HolidayYear } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { useRefusal } from '../../api/issues';
import { toRefusal, useClient } from '../../api/useClient';
import { useDraft } from '../../live/useDraft';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { WhenInput } from '../../parts/WhenInput';
import { useWords } from '../../words';

interface Typed {
  readonly day: string;
  readonly name: string;
  readonly kind: HolidayKind;
}
const NOTHING: Typed = { day: '', name: '', kind: 'NATIONAL' };

/** One more day; what was typed outlives a refusal. */
export function AddHoliday({ onAdded }: { readonly onAdded: (year: HolidayYear) => void }) {
  const { t, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const [typed, change, clear] = useDraft(`${me.actor.id}.holiday`, NOTHING);
  const { refusal, issues, refuse, forgive } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);
  const fill = (part: Partial<Typed>) => {
    change(part);
    for (const name of Object.keys(part)) forgive(name);
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    refuse(null);
    try {
      onAdded(await client.addHoliday({ ...typed }));
      clear();
    } catch (error) {
      refuse(toRefusal(error));
    }
    setBusy(false);
  };
  return (
    <Panel title={t('calendar.add')}>
      <form noValidate onSubmit={(event) => void add(event)}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          <Field.Root name="day" required error={issues['day']}>
            <Field.Label>{t('calendar.day')}</Field.Label>
            <WhenInput type="date" value={typed.day} onChange={(day) => fill({ day })} />
            <Field.Error />
          </Field.Root>
          <Field.Root name="name" required error={issues['name']}>
            <Field.Label>{t('calendar.name')}</Field.Label>
            <TextInput
              value={typed.name}
              maxLength={LIMITS.name}
              onChange={(event) => fill({ name: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Field.Root name="kind" required error={issues['kind']}>
            <Field.Label>{t('calendar.kind')}</Field.Label>
            <SingleSelect
              value={typed.kind}
              onChange={(chosen) => fill({ kind: HOLIDAY_KINDS.find((kind) => kind === chosen) ?? typed.kind })}
            >
              {HOLIDAY_KINDS.map((kind) => (
                <SingleSelectOption key={kind} value={kind}>
                  {t(`holiday.${kind}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
          <Flex>
            <Button type="submit" loading={isBusy}>
              {t('calendar.add')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Panel>
  );
}
