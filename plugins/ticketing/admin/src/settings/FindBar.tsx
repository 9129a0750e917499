import { Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useWords } from '../words';

interface BarProps {
  /** What is looked for, for those who do not see where the bar stands. */
  readonly label: string;
  readonly search: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What else narrows the list down. */
  readonly children: ReactNode;
}

/** Where a long list of settings is searched, by words and by what stands beside them. */
export function FindBar({ label, search, typed, onType, children }: BarProps) {
  return (
    <Flex tag="search" aria-label={label} gap={3} wrap="wrap" alignItems="flex-end" paddingBottom={4}>
      <div style={{ flex: '1 1 28rem' }}>
        <Field.Root name="q">
          <Field.Label>{search}</Field.Label>
          <TextInput value={typed} maxLength={200} onChange={(event) => onType(event.target.value)} />
        </Field.Root>
      </div>
      {children}
    </Flex>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly values: readonly T[];
  readonly wordOf: (value: T) => string;
  readonly chosen: T | 'all';
  readonly onChoose: (chosen: T | 'all') => void;
}

/** One of few, or all of them. */
export function FindChoice<T extends string>({ name, label, values, wordOf, chosen, onChoose }: ChoiceProps<T>) {
  const { t } = useWords();
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={chosen} onChange={(given) => onChoose(values.find((value) => value === given) ?? 'all')}>
        <SingleSelectOption value="all">{t('filter.all')}</SingleSelectOption>
        {values.map((value) => (
          <SingleSelectOption key={value} value={value}>
            {wordOf(value)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
