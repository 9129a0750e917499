import { Combobox, ComboboxOption, Field, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { findServices, type Catalog } from '../../../domain';
import { useWords } from '../words';

interface Props { readonly catalog: Catalog; readonly value: string; readonly error: string | undefined; readonly onChange: (code: string) => void }

/** Finds a service by any of its words, as the portal does. */
export function ServiceSearch({ catalog, value, error, onChange }: Props) {
  const { t, w } = useWords();
  const [typed, setTyped] = useState('');
  const hits = findServices(catalog.categories, typed);
  const chosen = catalog.categories.flatMap((category) => category.services.map((service) => ({ category, service }))).find(({ service }) => service.code === value);
  return (
    <Field.Root name="category" required error={error} hint={t('filing.serviceHint')}>
      <Field.Label>{w.field.category}</Field.Label>
      {/* The list is already narrowed by meaning; the box must not narrow it again by its own letters. */}
      <Combobox value={value} autocomplete="none" placeholder={t('filing.findService')} clearLabel={t('filter.clear')} noOptionsMessage={() => t('filter.nothing')} onClear={() => { onChange(''); setTyped(''); }}
        onInputChange={(event) => setTyped(event.target.value)} onChange={(code) => { onChange(code ?? ''); setTyped(''); }}>
        {hits.map(({ category, service }) => <ComboboxOption key={service.code} value={service.code} textValue={service.name}>{`${service.name} · ${category.name}`}</ComboboxOption>)}
      </Combobox>
      {chosen && <Typography variant="pi" textColor="neutral600">{chosen.category.name} · {chosen.service.team.name}</Typography>}
      <Field.Hint /><Field.Error />
    </Field.Root>
  );
}
