import {
  Checkbox,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import type { HTMLInputTypeAttribute } from 'react';
import { TEXT_LIMITS, type FieldType, type FormField } from '../../../domain';
import { useWords } from '../words';

type Value = string | readonly string[] | boolean;
interface Props {
  readonly field: FormField;
  readonly value: Value | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: Value) => void;
}

const INPUT_TYPES: Readonly<Partial<Record<FieldType, HTMLInputTypeAttribute>>> = {
  date: 'date',
  datetime: 'datetime-local',
  email: 'email',
  url: 'url',
  phone: 'tel',
};

function Control({ field, value, onChange }: Props) {
  const { t } = useWords();
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'textarea':
      return (
        <Textarea
          value={text}
          rows={3}
          maxLength={TEXT_LIMITS.textarea}
          onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
        />
      );
    case 'select':
      return (
        <SingleSelect
          value={text}
          placeholder={t('action.choose')}
          clearLabel={t('filter.clear')}
          onClear={() => onChange('')}
          onChange={(chosen) => onChange(String(chosen))}
        >
          {field.options.map((option) => (
            <SingleSelectOption key={option} value={option}>
              {option}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      );
    case 'multiselect':
      return (
        <MultiSelect
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
          customizeContent={(values = []) => values.join(', ')}
          placeholder={t('action.choose')}
          clearLabel={t('filter.clear')}
          onClear={() => onChange([])}
          onChange={(chosen) => onChange(chosen)}
        >
          {field.options.map((option) => (
            <MultiSelectOption key={option} value={option}>
              {option}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      );
    case 'boolean':
      return (
        <Checkbox checked={value === true} onCheckedChange={(checked) => onChange(checked === true)}>
          {t('answer.yes')}
        </Checkbox>
      );
    default:
      return (
        <TextInput
          value={text}
          type={INPUT_TYPES[field.type] ?? 'text'}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          maxLength={TEXT_LIMITS[field.type]}
          endAction={field.suffix ? <Flex paddingRight={2}>{field.suffix}</Flex> : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

/** One field of a service's form, as the catalogue describes it. */
export function AnswerInput(props: Props) {
  const { field, error } = props;
  return (
    <Field.Root name={`form.${field.key}`} required={field.required} error={error} hint={field.help ?? undefined}>
      <Field.Label>{field.label}</Field.Label>
      <Control {...props} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
