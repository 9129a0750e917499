import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { PRIORITIES } from '../../../domain';
import { SORTS } from '../../../domain/contract';
import { useCatalog } from '../live/useCatalog';
import { Picker, type PickerOption } from '../parts/Picker';
import { useWords, type Key } from '../words';
import type { Place } from './place';
import { tabOf, type Sort } from './tabs';

/** The orders worth a place in the menu; column heads offer the others. */
const ORDERS: Readonly<Partial<Record<Sort, Key>>> = {
  '-submittedAt': 'sort.newest',
  submittedAt: 'sort.oldest',
  resolutionDueAt: 'sort.due',
  priority: 'sort.priority',
  '-updatedAt': 'sort.updated',
};

const optionsOf = (named: readonly { readonly code: string; readonly name: string }[] = []): PickerOption[] =>
  named.map(({ code, name }) => ({ value: code, label: name }));

export interface FilterProps {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
}

/** The choices that narrow the list, and its order. */
export function FilterChoices({ place, onChange }: FilterProps) {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  const { statuses } = tabOf(place.tab);
  const clear = t('filter.clear');
  return (
    <>
      {statuses.length > 1 && (
        <Field.Root name="status">
          <Field.Label>{t('filter.status')}</Field.Label>
          <SingleSelect
            size="S"
            value={place.status}
            placeholder={t('filter.all')}
            clearLabel={clear}
            onClear={() => onChange({ status: '', page: 1 })}
            onChange={(status) => onChange({ status: String(status), page: 1 })}
          >
            {statuses.map((status) => (
              <SingleSelectOption key={status} value={status}>
                {w.status[status]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <Field.Root name="priority">
        <Field.Label>{t('filter.priority')}</Field.Label>
        <SingleSelect
          size="S"
          value={place.priority}
          placeholder={t('filter.all')}
          clearLabel={clear}
          onClear={() => onChange({ priority: '', page: 1 })}
          onChange={(priority) => onChange({ priority: String(priority), page: 1 })}
        >
          {PRIORITIES.map((priority) => (
            <SingleSelectOption key={priority} value={priority}>
              {w.priority[priority]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="category">
        <Field.Label>{t('filter.category')}</Field.Label>
        <Picker
          size="S"
          value={place.category}
          options={optionsOf(catalog?.categories)}
          placeholder={t('filter.all')}
          onChange={(category) => onChange({ category, page: 1 })}
        />
      </Field.Root>
      <Field.Root name="skpd">
        <Field.Label>{t('filter.skpd')}</Field.Label>
        <Picker
          size="S"
          value={place.skpd}
          options={optionsOf(catalog?.skpd)}
          placeholder={t('filter.all')}
          onChange={(skpd) => onChange({ skpd, page: 1 })}
        />
      </Field.Root>
      <Field.Root name="sort">
        <Field.Label>{t('filter.sort')}</Field.Label>
        <SingleSelect
          size="S"
          value={place.sort}
          onChange={(chosen) => onChange({ sort: SORTS.find((sort) => sort === chosen) ?? place.sort, page: 1 })}
        >
          {SORTS.filter((sort) => ORDERS[sort] || sort === place.sort).map((sort) => (
            <SingleSelectOption key={sort} value={sort}>
              {t(ORDERS[sort] ?? 'sort.column')}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </>
  );
}
