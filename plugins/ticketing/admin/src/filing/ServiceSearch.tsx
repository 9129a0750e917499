import { Field, Typography } from '@strapi/design-system';
import { findServices, type Catalog } from '../../../domain';
import { Picker, type PickerOption } from '../parts/Picker';
import { useWords } from '../words';

interface Props {
  readonly catalog: Catalog;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (code: string) => void;
}

/** Finds a service by any of its words, as the portal does. */
export function ServiceSearch({ catalog, value, error, onChange }: Props) {
  const { t, w } = useWords();
  const find = (typed: string): PickerOption[] =>
    findServices(catalog.categories, typed).map(({ category, service }) => ({
      value: service.code,
      label: service.name,
      detail: category.name,
    }));
  const chosen = findServices(catalog.categories, '').find(({ service }) => service.code === value);
  return (
    <Field.Root name="category" required error={error} hint={t('filing.serviceHint')}>
      <Field.Label>{w.field.category}</Field.Label>
      <Picker value={value} options={find('')} find={find} placeholder={t('filing.findService')} onChange={onChange} />
      {chosen && (
        <Typography variant="pi" textColor="neutral600">
          {chosen.category.name} · {chosen.service.team.name}
        </Typography>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
