import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { WAITED_FOR, type WaitedFor } from '../../../domain';
import { useWords } from '../words';
import type { FilterProps } from './FilterChoices';
import { WAITS } from './place';

const WAITED = Object.keys(WAITED_FOR) as WaitedFor[];

/** Who is waited for, and for how long already. */
export function WaitChoices({ place: { waiting, waited }, onChange }: FilterProps) {
  const { t } = useWords();
  const clear = t('filter.clear');
  return (
    <>
      <Field.Root name="waiting">
        <Field.Label>{t('filter.waiting')}</Field.Label>
        <SingleSelect
          size="S"
          value={waiting}
          placeholder={t('filter.all')}
          clearLabel={clear}
          onClear={() => onChange({ waiting: '', page: 1 })}
          onChange={(value) => onChange({ waiting: WAITED.find((each) => each === value) ?? '', page: 1 })}
        >
          {WAITED.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {t(`filter.waiting.${each}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="waited">
        <Field.Label>{t('filter.waited')}</Field.Label>
        <SingleSelect
          size="S"
          value={waited}
          placeholder={t('filter.all')}
          clearLabel={clear}
          onClear={() => onChange({ waited: '', page: 1 })}
          onChange={(value) => onChange({ waited: String(value), page: 1 })}
        >
          {WAITS.map((days) => (
            <SingleSelectOption key={days} value={days}>
              {t('filter.waitedDays', { days: Number(days) })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </>
  );
}
