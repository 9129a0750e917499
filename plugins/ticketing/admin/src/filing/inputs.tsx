import { Box, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import type { FilingForm } from './useFiling';

/** Fields side by side where there is room. */
export const Pair = ({ children }: { readonly children: ReactNode }) => (
  <Box
    style={{
      display: 'grid',
      gap: '1.6rem',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
      alignItems: 'start',
    }}
  >
    {children}
  </Box>
);

interface LineProps {
  readonly form: FilingForm;
  /** The field as the contract names it, and as the draft keeps it. */
  readonly field: 'title' | 'contact.name' | 'contact.phone' | 'contact.email';
  readonly name: 'title' | 'contactName' | 'contactPhone' | 'contactEmail';
  /** In characters. */
  readonly limit: number;
  readonly isNeeded?: boolean;
  readonly type?: 'text' | 'tel' | 'email';
}

/** A line of text. */
export function Line({ form, field, name, limit, isNeeded = true, type = 'text' }: LineProps) {
  const { w } = useWords();
  return (
    <Field.Root name={field} required={isNeeded} error={form.issues[field]}>
      <Field.Label>{w.field[field]}</Field.Label>
      <TextInput
        type={type}
        value={form.filing[name]}
        maxLength={limit}
        onChange={(event) => form.fill(field, { [name]: event.target.value })}
      />
      <Field.Error />
    </Field.Root>
  );
}

interface ChoiceProps<T extends string> {
  readonly form: FilingForm;
  readonly name: 'impact' | 'urgency' | 'channel' | 'priority';
  readonly options: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly isNeeded?: boolean;
  readonly hint?: string | undefined;
}

/** One of a few. */
export function Choice<T extends string>({ form, name, options, labels, isNeeded = true, hint }: ChoiceProps<T>) {
  const { t, w } = useWords();
  return (
    <Field.Root name={name} required={isNeeded} error={form.issues[name]} hint={hint}>
      <Field.Label>{w.field[name]}</Field.Label>
      <SingleSelect
        value={form.filing[name]}
        placeholder={t('action.choose')}
        onChange={(chosen) => form.fill(name, { [name]: chosen })}
      >
        {options.map((option) => (
          <SingleSelectOption key={option} value={option}>
            {labels[option]}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
