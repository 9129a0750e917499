import { Button, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { styled } from 'styled-components';
import { WhenInput } from '../../parts/WhenInput';
import { useWords } from '../../words';
import { subjectName, SUBJECTS } from './words';

/** What is looked for; empty means all. */
export interface AuditFilter {
  readonly person: string;
  readonly type: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}
export const EVERYTHING: AuditFilter = { person: '', type: '', subject: '', from: '', to: '' };

/** One line where there is room, two fields beside each other on a phone. */
const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
  align-items: end;
  padding-bottom: ${({ theme }) => theme.spaces[5]};
`;

/** By person, kind, number and day; asked for when the form is sent, not at every key. */
export function AuditFilters({ onFind }: { readonly onFind: (filter: AuditFilter) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState<AuditFilter>(EVERYTHING);
  const change = (part: Partial<AuditFilter>) => setTyped((before) => ({ ...before, ...part }));
  const find = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed);
  };
  return (
    <form onSubmit={find}>
      <Fields>
        <Field.Root name="person">
          <Field.Label>{t('audit.person')}</Field.Label>
          <TextInput value={typed.person} onChange={(event) => change({ person: event.target.value })} />
        </Field.Root>
        <Field.Root name="type">
          <Field.Label>{t('audit.type')}</Field.Label>
          <SingleSelect
            value={typed.type}
            placeholder={t('audit.everything')}
            onClear={() => change({ type: '' })}
            onChange={(value) => change({ type: String(value) })}
          >
            {SUBJECTS.map((type) => (
              <SingleSelectOption key={type} value={type}>
                {subjectName(type, t)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root name="subject" hint={t('audit.subjectHint')}>
          <Field.Label>{t('audit.subject')}</Field.Label>
          <TextInput
            placeholder="TIK-2026-00001"
            value={typed.subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
        </Field.Root>
        <Field.Root name="from">
          <Field.Label>{t('audit.from')}</Field.Label>
          <WhenInput type="date" value={typed.from} onChange={(from) => change({ from })} />
        </Field.Root>
        <Field.Root name="to">
          <Field.Label>{t('audit.to')}</Field.Label>
          <WhenInput type="date" value={typed.to} onChange={(to) => change({ to })} />
        </Field.Root>
        <Button type="submit" size="L">
          {t('audit.find')}
        </Button>
      </Fields>
    </form>
  );
}
