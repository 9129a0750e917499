import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { PRIORITIES, REPLY_ENDING_NAMES, type Macro } from '../../../../domain';
import { useCatalog } from '../../live/useCatalog';
import { useWords } from '../../words';

interface Props {
  readonly said: Macro;
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (name: keyof Macro, value: string | null) => void;
}

/** What sending the reply does beside: how the ticket goes on, its priority, its team. */
export function MacroFields({ said, issues, onChange }: Props) {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  const fields = [
    {
      name: 'ending',
      label: t('macro.ending'),
      none: t('macro.none'),
      options: REPLY_ENDING_NAMES.map((value) => ({ value: value as string, label: t(`macro.ending.${value}`) })),
    },
    {
      name: 'priority',
      label: w.field.priority,
      none: t('macro.asItIs'),
      options: PRIORITIES.map((value) => ({ value: value as string, label: w.priority[value] })),
    },
    {
      name: 'team',
      label: t('macro.toTeam'),
      none: t('macro.asItIs'),
      options: (catalog?.teams ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
  ] as const;
  return (
    <>
      {fields.map(({ name, label, none, options }) => (
        <Field.Root
          key={name}
          name={name}
          error={issues[name]}
          hint={name === 'team' ? t('macro.teamHint') : undefined}
        >
          <Field.Label>{label}</Field.Label>
          <SingleSelect
            value={said[name] ?? ''}
            placeholder={none}
            clearLabel={t('filter.clear')}
            onClear={() => onChange(name, null)}
            onChange={(value) => onChange(name, String(value))}
          >
            {options.map(({ value, label: option }) => (
              <SingleSelectOption key={value} value={value}>
                {option}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      ))}
    </>
  );
}
