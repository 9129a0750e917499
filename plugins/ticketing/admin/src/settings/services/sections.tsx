import { Field, Flex } from '@strapi/design-system';
import {
  ACCEPTED_EXTENSIONS,
  HEAD_OF_OFFICE,
  LIMITS,
  PRIORITIES,
  SERVICE_LIMITS,
  WORK_KINDS,
  type ServiceBook,
} from '../../../../domain';
import { Fold } from '../../parts/Fold';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { ChoiceField, KindTicks, Pair, TextField, TickField } from './inputs';
import type { Editing } from './useEditing';

interface Props {
  readonly editing: Editing;
}
const Rows = ({ children }: { readonly children: React.ReactNode }) => (
  <Flex direction="column" alignItems="stretch" gap={4}>
    {children}
  </Flex>
);
const MOST_KEYWORDS = SERVICE_LIMITS.keywords * (SERVICE_LIMITS.keyword + 1);

/** The first code of a category that is still free. */
function nextCode({ categories }: ServiceBook, group: string): string {
  const taken = new Set(categories.flatMap(({ services }) => services.map(({ code }) => code)));
  for (let number = 1; ; number += 1) {
    const code = `${group || 'NET'}-${String(number).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}

/** What the service is called, where it is found, and who does it. */
export function WhatSection({ editing }: Props) {
  const { t, w } = useWords();
  const { book, typed, isNew } = editing;
  const teams = book.teams.map(({ code, name }) => [code, name] as const);
  return (
    <Panel title={t('services.what')}>
      <Rows>
        <Pair>
          <ChoiceField
            editing={editing}
            name="group"
            isNeeded
            options={book.categories.map(({ code, name }) => [code, name] as const)}
          />
          {isNew && (
            <TextField
              editing={editing}
              name="code"
              isNeeded
              limit={LIMITS.code}
              hint={t('services.codeHint', { example: nextCode(book, typed.group) })}
              clean={(text) => text.toUpperCase().replace(/\s+/g, '-')}
            />
          )}
        </Pair>
        <TextField editing={editing} name="name" isNeeded limit={SERVICE_LIMITS.name} hint={t('services.nameHint')} />
        <Pair>
          <ChoiceField editing={editing} name="team" isNeeded options={teams} />
          <ChoiceField
            editing={editing}
            name="kind"
            isNeeded
            options={WORK_KINDS.map((kind) => [kind, w.kind[kind]] as const)}
          />
          <ChoiceField
            editing={editing}
            name="defaultPriority"
            isNeeded
            options={PRIORITIES.map((priority) => [priority, w.priority[priority]] as const)}
          />
        </Pair>
        <Pair>
          <TextField
            editing={editing}
            name="keywords"
            limit={MOST_KEYWORDS}
            rows={4}
            hint={t('services.keywordsHint')}
          />
          <TextField
            editing={editing}
            name="reference"
            limit={SERVICE_LIMITS.reference}
            rows={4}
            hint={t('services.referenceHint')}
          />
        </Pair>
        <Fold title={t('services.english')} isOpen={typed.englishName === '' && typed.englishScope !== ''}>
          <Pair>
            <TextField
              editing={editing}
              name="englishName"
              limit={SERVICE_LIMITS.name}
              hint={t('services.englishHint')}
            />
            <TextField editing={editing} name="englishScope" limit={SERVICE_LIMITS.scope} rows={3} />
          </Pair>
        </Fold>
      </Rows>
    </Panel>
  );
}

/** Who must agree and which letters there must be. */
export function RulesSection({ editing }: Props) {
  const { t, w } = useWords();
  const approvers = [
    [HEAD_OF_OFFICE, w.approver.KEPALA_DINAS] as const,
    ...editing.book.teams.map(({ code, name }) => [code, name] as const),
  ];
  return (
    <Panel title={t('services.rules')}>
      <Rows>
        <Pair>
          <ChoiceField
            editing={editing}
            name="approver"
            options={approvers}
            none={t('services.noApprover')}
            hint={t('services.approverHint')}
          />
        </Pair>
        <TickField
          editing={editing}
          name="requiresLetter"
          label={t('services.requiresLetter')}
          hint={t('services.requiresLetterHint')}
        />
        <TickField editing={editing} name="requiresDisposition" label={t('services.requiresDisposition')} />
        <TickField editing={editing} name="requiresAssignmentLetter" label={t('services.requiresAssignmentLetter')} />
      </Rows>
    </Panel>
  );
}

/** Who may see it, and what may be attached. */
export function SecrecySection({ editing }: Props) {
  const { t, w } = useWords();
  const { typed, isOff, fill } = editing;
  return (
    <Panel title={t('services.secrecy')}>
      <Rows>
        <TickField
          editing={editing}
          name="isConfidential"
          label={t('services.isConfidential')}
          hint={t('services.isConfidentialHint')}
        />
        <TickField
          editing={editing}
          name="hasSensitiveAttachments"
          label={t('services.hasSensitive')}
          hint={t('services.hasSensitiveHint')}
        />
        <Field.Root name="attachmentKinds" hint={t('services.kindsHint')}>
          <Field.Label>{w.field.attachmentKinds}</Field.Label>
          <KindTicks
            label={w.field.attachmentKinds}
            kinds={ACCEPTED_EXTENSIONS}
            chosen={typed.attachmentKinds}
            isOff={isOff}
            onChange={(attachmentKinds) => fill({ attachmentKinds })}
          />
          <Field.Hint />
        </Field.Root>
      </Rows>
    </Panel>
  );
}
