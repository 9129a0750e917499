import { Field, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type ReactNode } from 'react';
import { CATEGORY_ICONS, LIMITS, SERVICE_LIMITS, type KeptCategory, type ServiceBook } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { useWords } from '../../words';

interface Props {
  /** Null for one that is to be made. */
  readonly category: KeptCategory | null;
  readonly onDone: (book: ServiceBook) => void;
  readonly onClose: () => void;
}
const NOTHING = {
  ...{ version: '', code: '', name: '', description: '', icon: '' },
  ...{ englishName: '', englishDescription: '' },
};
const typedOf = (category: KeptCategory): typeof NOTHING => ({
  ...{ version: category.version, code: category.code, name: category.name },
  description: category.description ?? '',
  icon: category.icon ?? '',
  englishName: category.englishName ?? '',
  englishDescription: category.englishDescription ?? '',
});

/** Making a category, or changing one; what was typed outlives a refusal and a closed window. */
export function CategoryDialog({ category, onDone, onClose }: Props) {
  const { t, w } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [begun] = useState(() => (category ? typedOf(category) : NOTHING));
  const [typed, change, clear] = useDraft(`${me.actor.id}.category.${category?.code ?? 'new'}`, begun);
  const form = useSubmit(async () => {
    const { version, code, icon: _, ...same } = typed;
    const { name } = same;
    const said = { ...same, icon: CATEGORY_ICONS.find((icon) => icon === typed.icon) ?? null };
    try {
      onDone(
        await (category
          ? client.changeCategory({ id: category.id, version, ...said })
          : client.createCategory({ code, ...said })),
      );
    } catch (error) {
      // What somebody else said is taken notice of; the next save is made in sight of it.
      const latest =
        toRefusal(error).code === 'settingsChanged'
          ? (await client.listServices({})).categories.find(({ id }) => id === category?.id)
          : undefined;
      if (latest) change({ version: latest.version });
      throw error;
    }
    clear();
    toggleNotification({ type: 'success', message: t('services.saved', { name: name.trim() }) });
  });
  const fill = (name: keyof typeof NOTHING, value: string) => {
    change({ [name]: value });
    form.forgive(name);
  };
  const field = (name: keyof typeof NOTHING, control: ReactNode, hint = '', isNeeded = false) => (
    <Field.Root name={name} required={isNeeded} error={form.issues[name]} hint={hint}>
      <Field.Label>{w.field[name as 'name']}</Field.Label>
      {control}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  return (
    <FormDialog
      title={category ? t('units.change', { name: category.name }) : t('services.newCategory')}
      label={t(category ? 'settings.save' : 'units.make')}
      form={form}
      onClose={onClose}
    >
      {!category &&
        field(
          'code',
          <TextInput
            value={typed.code}
            maxLength={LIMITS.code}
            onChange={(event) => fill('code', event.target.value.toUpperCase().replace(/\s+/g, '-'))}
          />,
          t('services.categoryCodeHint'),
          true,
        )}
      {field(
        'name',
        <TextInput
          value={typed.name}
          maxLength={SERVICE_LIMITS.name}
          onChange={(event) => fill('name', event.target.value)}
        />,
        '',
        true,
      )}
      {field(
        'description',
        <Textarea
          value={typed.description}
          rows={3}
          maxLength={SERVICE_LIMITS.description}
          onChange={(event: { target: { value: string } }) => fill('description', event.target.value)}
        />,
        t('services.descriptionHint'),
      )}
      {field(
        'icon',
        <SingleSelect
          value={typed.icon}
          placeholder={t('action.choose')}
          clearLabel={t('filter.clear')}
          onClear={() => fill('icon', '')}
          onChange={(chosen) => fill('icon', String(chosen))}
        >
          {CATEGORY_ICONS.map((icon) => (
            <SingleSelectOption key={icon} value={icon}>
              {t(`services.icon.${icon}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>,
        t('services.iconHint'),
      )}
      {field(
        'englishName',
        <TextInput
          value={typed.englishName}
          maxLength={SERVICE_LIMITS.name}
          onChange={(event) => fill('englishName', event.target.value)}
        />,
        t('services.englishHint'),
      )}
      {field(
        'englishDescription',
        <Textarea
          value={typed.englishDescription}
          rows={3}
          maxLength={SERVICE_LIMITS.description}
          onChange={(event: { target: { value: string } }) => fill('englishDescription', event.target.value)}
        />,
      )}
    </FormDialog>
  );
}
