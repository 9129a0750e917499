import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { PRIORITIES } from '../../../domain';
import { SORTS } from '../../../domain/contract';
import { useCatalog } from '../live/useCatalog';
import { useWords, type Key } from '../words';
import { FilterPicker, optionsOf } from './FilterPicker';
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
      <FilterPicker
        name="category"
        label={t('filter.category')}
        value={place.category}
        options={optionsOf(catalog?.categories)}
        onChange={(category) => onChange({ category, page: 1 })}
      />
      <FilterPicker
        name="skpd"
        label={t('filter.skpd')}
        value={place.skpd}
        options={optionsOf(catalog?.skpd)}
        onChange={(skpd) => onChange({ skpd, page: 1 })}
      />
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
