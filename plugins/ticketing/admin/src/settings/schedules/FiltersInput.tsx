import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { Filters } from '../../../../domain';
import { useWords } from '../../words';
import { SCHEDULE_FILTERS, useFilterNames } from './filters';

interface Props {
  readonly value: Filters;
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (filters: Filters) => void;
}

/** What the reports are narrowed to; nothing chosen narrows nothing. */
export function FiltersInput({ value, issues, onChange }: Props) {
  const { t, w } = useWords();
  const options = useFilterNames();
  const inputOf = (name: (typeof SCHEDULE_FILTERS)[number]) => {
    const chosen = value[name]?.split(',') ?? [];
    const change = (codes: readonly string[]) => {
      const { [name]: _, ...others } = value;
      onChange(codes.length === 0 ? others : { ...others, [name]: codes.join(',') });
    };
    return (
      <Field.Root key={name} name={name} error={issues[name]}>
        <Field.Label>{w.field[name]}</Field.Label>
        <MultiSelect
          placeholder={t('schedules.all')}
          value={chosen}
          onChange={change}
          customizeContent={(codes = []) =>
            options[name].flatMap(({ code, name: label }) => (codes.includes(code) ? [label] : [])).join(', ')
          }
        >
          {options[name].map(({ code, name: label }) => (
            <MultiSelectOption key={code} value={code}>
              {label}
            </MultiSelectOption>
          ))}
        </MultiSelect>
        <Field.Error />
      </Field.Root>
    );
  };
  return <>{SCHEDULE_FILTERS.map(inputOf)}</>;
}
