import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Cross, Filter } from '@strapi/icons';
import { useIsDesktop } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import { PRIORITIES } from '../../../domain';
import { SORTS } from '../../../domain/contract';
import { useCatalog } from '../api/useCatalog';
import { Picker, type PickerOption } from '../parts/Picker';
import { useWords, type Key } from '../words';
import { filterCount, UNFILTERED, type Place } from './place';
import { SearchBox } from './SearchBox';
import { tabOf, type Sort } from './tabs';

const Grid = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  align-items: end;
  > :first-child,
  > button {
    grid-column: 1 / -1;
  }
  ${({ theme }) => theme.breakpoints.large} {
    > :first-child {
      grid-column: span 2;
    }
  }
`;

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

interface Props {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
}

/** The choices that narrow the list, and its order. */
function Choices({ place, onChange }: Props) {
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

/** Narrows the list. Every choice has its label and can be taken back alone or all together; on a phone they fold away. */
export function FilterBar({ place, onChange }: Props) {
  const { t } = useWords();
  const isWide = useIsDesktop();
  const [isUnfolded, setUnfolded] = useState(false);
  const count = filterCount(place);
  return (
    <Box tag="search" aria-label={t('queue.filters')} paddingTop={4} paddingBottom={4} display="block">
      <Grid>
        <SearchBox value={place.q} onSearch={(q) => onChange({ q, page: 1 })} />
        {!isWide && (
          <Button
            variant="tertiary"
            startIcon={<Filter />}
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {count > 0 ? t('filter.foldedCount', { count }) : t('filter.folded')}
          </Button>
        )}
        {(isWide || isUnfolded) && <Choices place={place} onChange={onChange} />}
      </Grid>
      {count > 0 && (
        <Flex paddingTop={3}>
          <Button size="S" variant="tertiary" startIcon={<Cross />} onClick={() => onChange(UNFILTERED)}>
            {t('filter.clearAll')}
          </Button>
        </Flex>
      )}
    </Box>
  );
}
