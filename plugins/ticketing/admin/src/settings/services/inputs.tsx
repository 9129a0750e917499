import { Checkbox, Field, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../../words';
import { complaintOf, type Editing } from './useEditing';
import type { TypedService } from './typed';

/** Fields side by side where there is room. */
export const Pair = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
  align-items: start;
`;

/** Names of what is typed that holds a `T`. */
type NamesOf<T> = { [K in keyof TypedService]: TypedService[K] extends T ? K : never }[keyof TypedService];
type TextName = Exclude<NamesOf<string>, 'version'>;

interface FrameProps {
  readonly editing: Editing;
  readonly name: keyof TypedService;
  readonly isNeeded?: boolean;
  readonly hint?: string;
  readonly children: ReactNode;
}
/** A label, a hint and what is said against it, around one input. */
export function Framed({ editing, name, isNeeded = false, hint = '', children }: FrameProps) {
  const { w } = useWords();
  const field = complaintOf(name);
  const said =
    editing.form.issues[field] ?? Object.entries(editing.form.issues).find(([at]) => at.startsWith(`${field}.`))?.[1];
  return (
    <Field.Root name={field} required={isNeeded} error={said} hint={hint}>
      <Field.Label>{w.field[field as 'name']}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

interface TextProps {
  readonly editing: Editing;
  readonly name: TextName;
  /** In characters. */
  readonly limit: number;
  readonly isNeeded?: boolean;
  readonly hint?: string;
  /** Of a text of several lines. */
  readonly rows?: number;
  readonly isNumber?: boolean;
  readonly clean?: (text: string) => string;
}
/** A line of text, or several. */
export function TextField({ limit, rows, isNumber = false, clean = (text) => text, ...props }: TextProps) {
  const { editing, name } = props;
  const fill = (text: string) => editing.fill({ [name]: clean(text) });
  return (
    <Framed {...props}>
      {rows === undefined ? (
        <TextInput
          value={editing.typed[name]}
          maxLength={limit}
          disabled={editing.isOff}
          inputMode={isNumber ? 'numeric' : undefined}
          onChange={(event) => fill(event.target.value)}
        />
      ) : (
        <Textarea
          value={editing.typed[name]}
          rows={rows}
          maxLength={limit}
          disabled={editing.isOff}
          onChange={(event: { target: { value: string } }) => fill(event.target.value)}
        />
      )}
    </Framed>
  );
}

interface ChoiceProps {
  readonly editing: Editing;
  readonly name: TextName;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly isNeeded?: boolean;
  readonly hint?: string;
  /** What it says while nothing is chosen, where that may stay. */
  readonly none?: string;
}
/** One of a few, by name. */
export function ChoiceField({ options, none, ...props }: ChoiceProps) {
  const { t } = useWords();
  const { editing, name } = props;
  return (
    <Framed {...props}>
      <SingleSelect
        value={editing.typed[name]}
        placeholder={none ?? t('action.choose')}
        disabled={editing.isOff}
        clearLabel={t('filter.clear')}
        {...(none !== undefined && { onClear: () => editing.fill({ [name]: '' }) })}
        onChange={(chosen) => editing.fill({ [name]: String(chosen) })}
      >
        {options.map(([value, label]) => (
          <SingleSelectOption key={value} value={value}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Framed>
  );
}

interface TickProps {
  readonly editing: Editing;
  readonly name: NamesOf<boolean>;
  readonly label: string;
  readonly hint?: string;
}
/** Whether something holds. */
export function TickField({ editing, name, label, hint = '' }: TickProps) {
  return (
    <Field.Root name={name} hint={hint}>
      <Checkbox
        checked={editing.typed[name]}
        disabled={editing.isOff}
        onCheckedChange={(checked) => editing.fill({ [name]: checked === true })}
      >
        {label}
      </Checkbox>
      <Field.Hint />
    </Field.Root>
  );
}

interface KindsProps {
  readonly label: string;
  readonly kinds: readonly string[];
  readonly chosen: readonly string[];
  readonly isOff: boolean;
  readonly onChange: (chosen: string[]) => void;
}
/** Kinds of files, several of them. */
export function KindTicks({ label, kinds, chosen, isOff, onChange }: KindsProps) {
  return (
    <div role="group" aria-label={label} style={{ display: 'flex', flexWrap: 'wrap', gap: '0.8rem 2rem' }}>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          checked={chosen.includes(kind)}
          disabled={isOff}
          onCheckedChange={(isOn) =>
            onChange(kinds.filter((each) => (each === kind ? isOn === true : chosen.includes(each))))
          }
        >
          {kind.toUpperCase()}
        </Checkbox>
      ))}
    </div>
  );
}
