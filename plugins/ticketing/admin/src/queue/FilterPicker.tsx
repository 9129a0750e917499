import { Field } from '@strapi/design-system';
import { Picker, type PickerOption } from '../parts/Picker';
import { useWords } from '../words';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly PickerOption[];
  readonly find?: (typed: string) => readonly PickerOption[];
  readonly onChange: (value: string) => void;
}

/** One way to narrow the list: everything, or the one found by typing. */
export function FilterPicker({ name, label, ...picker }: Props) {
  const { t } = useWords();
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <Picker size="S" placeholder={t('filter.all')} {...picker} />
    </Field.Root>
  );
}

export const optionsOf = (named: readonly { readonly code: string; readonly name: string }[] = []): PickerOption[] =>
  named.map(({ code, name }) => ({ value: code, label: name }));
