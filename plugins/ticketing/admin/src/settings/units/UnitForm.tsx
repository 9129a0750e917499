import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { LIMITS, type UnitEntry } from '../../../../domain';
import { Picker } from '../../parts/Picker';
import { WhenInput } from '../../parts/WhenInput';
import { useWords } from '../../words';

/** What is said of a unit, as it is typed; other names one a line. */
export interface SaidUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parent: string;
  readonly workDays: number;
  readonly aliases: string;
  readonly isActive: boolean;
  readonly activeFrom: string;
  readonly activeTo: string;
}
export const NO_UNIT: SaidUnit = {
  code: '',
  name: '',
  shortName: '',
  kind: '',
  parent: '',
  workDays: 5,
  aliases: '',
  isActive: true,
  activeFrom: '',
  activeTo: '',
};
export const saidOfUnit = (unit: UnitEntry): SaidUnit => ({
  code: unit.code,
  name: unit.name,
  shortName: unit.shortName ?? '',
  kind: unit.kind ?? '',
  parent: unit.parent?.code ?? '',
  workDays: unit.workDays,
  aliases: unit.aliases.join('\n'),
  isActive: unit.isActive,
  activeFrom: unit.activeFrom ?? '',
  activeTo: unit.activeTo ?? '',
});
/** The same as the contract wants it; the code is said once, when the unit is made. */
export const unitBodyOf = ({ code: _, aliases, ...said }: SaidUnit) => ({
  ...said,
  aliases: aliases
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean),
});

const WORK_DAYS = [5, 6, 7] as const;

interface Props {
  readonly said: SaidUnit;
  readonly units: readonly UnitEntry[];
  readonly issues: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly onChange: (part: Partial<SaidUnit>) => void;
}

/** What a unit is called, where it belongs, and from when until when it is there. */
export function UnitForm({ said, units, issues, isNew, onChange }: Props) {
  const { t, w } = useWords();
  const field = (name: keyof SaidUnit, control: ReactNode, { isNeeded = false, hint = '' } = {}) => (
    <Field.Root name={name} required={isNeeded} error={issues[name]} hint={hint}>
      <Field.Label>{w.field[name]}</Field.Label>
      {control}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const kinds = [...new Set(units.flatMap(({ kind }) => kind ?? []))].sort();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {isNew &&
        field(
          'code',
          <TextInput
            value={said.code}
            maxLength={LIMITS.code}
            onChange={(event) => onChange({ code: event.target.value.toUpperCase().replace(/\s+/g, '-') })}
          />,
          { isNeeded: true, hint: t('units.codeHint') },
        )}
      {field(
        'name',
        <TextInput value={said.name} maxLength={200} onChange={(event) => onChange({ name: event.target.value })} />,
        { isNeeded: true, hint: isNew ? '' : t('units.nameHint') },
      )}
      {field(
        'shortName',
        <TextInput
          value={said.shortName}
          maxLength={LIMITS.name}
          onChange={(event) => onChange({ shortName: event.target.value })}
        />,
      )}
      {field(
        'kind',
        <Picker
          value={said.kind}
          options={kinds.map((kind) => ({ value: kind, label: kind }))}
          placeholder={t('action.choose')}
          onChange={(kind) => onChange({ kind })}
        />,
      )}
      {field(
        'parent',
        <Picker
          value={said.parent}
          options={units
            .filter(({ code }) => code !== said.code)
            .map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={t('units.noParent')}
          onChange={(parent) => onChange({ parent })}
        />,
      )}
      {field(
        'workDays',
        <SingleSelect value={String(said.workDays)} onChange={(days) => onChange({ workDays: Number(days) })}>
          {WORK_DAYS.map((days) => (
            <SingleSelectOption key={days} value={String(days)}>
              {t('units.workDays', { days })}
            </SingleSelectOption>
          ))}
        </SingleSelect>,
      )}
      {field(
        'aliases',
        <Textarea
          value={said.aliases}
          rows={3}
          onChange={(event: { target: { value: string } }) => onChange({ aliases: event.target.value })}
        />,
        { hint: t('units.aliasesHint') },
      )}
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        {field(
          'activeFrom',
          <WhenInput type="date" value={said.activeFrom} onChange={(activeFrom) => onChange({ activeFrom })} />,
        )}
        {field(
          'activeTo',
          <WhenInput type="date" value={said.activeTo} onChange={(activeTo) => onChange({ activeTo })} />,
        )}
      </Flex>
      <Checkbox checked={said.isActive} onCheckedChange={(isActive) => onChange({ isActive: isActive === true })}>
        {t('units.isActive')}
      </Checkbox>
    </Flex>
  );
}
