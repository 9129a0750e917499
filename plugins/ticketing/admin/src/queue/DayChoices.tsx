import { Field } from '@strapi/design-system';
import { WhenInput } from '../parts/WhenInput';
import { useWords } from '../words';
import type { FilterProps } from './FilterChoices';

/** Days on which tickets were filed; of two in the wrong order the list says so as well. */
export function DayChoices({ place: { from, to }, onChange }: FilterProps) {
  const { t } = useWords();
  const isTurned = from !== '' && to !== '' && from > to;
  return (
    <>
      <Field.Root name="from">
        <Field.Label>{t('filter.from')}</Field.Label>
        <WhenInput type="date" size="S" value={from} onChange={(day) => onChange({ from: day, page: 1 })} />
      </Field.Root>
      <Field.Root name="to" error={isTurned ? t('filter.turned') : undefined}>
        <Field.Label>{t('filter.to')}</Field.Label>
        <WhenInput type="date" size="S" value={to} onChange={(day) => onChange({ to: day, page: 1 })} />
        <Field.Error />
      </Field.Root>
    </>
  );
}
