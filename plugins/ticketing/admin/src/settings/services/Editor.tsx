import { Button, Flex, Typography } from '@strapi/design-system';
import type { ServiceBook } from '../../../../domain';
import { Notice } from '../../parts/Notice';
import { StickyBar } from '../../parts/StickyBar';
import { useWords, type Key, type Speech } from '../../words';
import { FormSection } from './FormSection';
import { RulesSection, SecrecySection, WhatSection } from './sections';
import { TargetSection } from './TargetSection';
import { complaintOf, useEditing, type Editing } from './useEditing';
import type { TypedService } from './typed';

/** What has no name among the contract's fields is called by its own words here. */
const OWN_WORDS: Readonly<Partial<Record<keyof TypedService, Key>>> = {
  hasTarget: 'services.target',
  requiresLetter: 'services.requiresLetter',
  requiresDisposition: 'services.requiresDisposition',
  requiresAssignmentLetter: 'services.requiresAssignmentLetter',
  isConfidential: 'services.isConfidential',
  hasSensitiveAttachments: 'services.hasSensitive',
};
function nameOf({ t, w }: Speech, name: keyof TypedService): string {
  const own = OWN_WORDS[name];
  return own ? t(own) : ((w.field as Readonly<Record<string, string>>)[complaintOf(name)] ?? name);
}

interface Props {
  /** Null for one that is to be made. */
  readonly id: number | null;
  readonly book: ServiceBook;
  readonly begun: TypedService;
  /** Under which name what is typed is kept. */
  readonly draft: string;
  readonly onReload: () => void;
}

/** What stands between the typing and the catalogue: why it was refused, what others changed, and both ways out. */
function Ways({ editing, onReload }: { readonly editing: Editing; readonly onReload: () => void }) {
  const speech = useWords();
  const { t } = speech;
  const { form, others, count, isNew, leave } = editing;
  const label = isNew ? t('services.notYet') : t('settings.unsaved', { count });
  return (
    <StickyBar label={label} marginTop={4}>
      {(others ?? form.refusal) && (
        <div style={{ flex: '1 1 100%' }}>
          {others && (
            <Notice kind="alarm" action={{ label: t('services.takeTheirs'), run: onReload }}>
              {others.length > 0
                ? t('services.conflict', { names: others.map((name) => nameOf(speech, name)).join(', ') })
                : t('settings.conflict')}
            </Notice>
          )}
          {!others && form.refusal && <Notice kind="alarm">{form.refusal.message}</Notice>}
        </div>
      )}
      <Typography variant="omega" fontWeight="semiBold">
        {label}
      </Typography>
      <Button type="submit" loading={form.isBusy}>
        {t(isNew ? 'services.make' : 'settings.save')}
      </Button>
      <Button type="button" variant="tertiary" disabled={form.isBusy} onClick={leave}>
        {t(isNew ? 'dialog.cancel' : 'settings.discard')}
      </Button>
    </StickyBar>
  );
}

/** All that is said of a service, in the order in which somebody thinks of it. */
export function Editor({ onReload, ...begun }: Props) {
  const editing = useEditing(begun);
  const { form, count, isNew, isOff, forget } = editing;
  const reload = () => {
    forget();
    onReload();
  };
  return (
    <form
      noValidate
      onSubmit={form.submit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (event.ctrlKey || event.metaKey) event.currentTarget.requestSubmit();
        // In a form this long a stray Enter saves nothing.
        else if (event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <WhatSection editing={editing} />
        <TargetSection editing={editing} />
        <RulesSection editing={editing} />
        <SecrecySection editing={editing} />
        <FormSection editing={editing} />
      </Flex>
      {!isOff && (isNew || count > 0 || form.refusal) && <Ways editing={editing} onReload={reload} />}
    </form>
  );
}
