import { Checkbox, Field, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { VIEW_LIMITS, type QueueView } from '../../../../domain';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { FormDialog } from '../../parts/FormDialog';
import { useWords } from '../../words';

interface Props {
  readonly query: string;
  readonly views: readonly QueueView[];
  readonly onDone: (views: QueueView[]) => void;
  readonly onClose: () => void;
}

/** Keeps the place one is at under a name; one's own view of that name is brought up to date. */
export function ViewDialog({ query, views, onDone, onClose }: Props) {
  const { t } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const form = useSubmit(async () => {
    const known = views.find((view) => view.isMine && view.name.toLowerCase() === name.trim().toLowerCase());
    const said = { name, query, isShared };
    const kept = await (known ? client.changeView({ id: known.id, ...said }) : client.createView(said));
    toggleNotification({ type: 'success', message: t('views.saved', { name: name.trim() }) });
    onDone(kept);
  });
  return (
    <FormDialog title={t('views.save')} label={t('views.keep')} form={form} onClose={onClose}>
      <Field.Root name="name" required error={form.issues['name'] ?? form.issues['query']} hint={t('views.nameHint')}>
        <Field.Label>{t('views.name')}</Field.Label>
        <TextInput
          value={name}
          maxLength={VIEW_LIMITS.name}
          onChange={(event) => {
            setName(event.target.value);
            form.forgive('name');
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Checkbox checked={isShared} onCheckedChange={(is) => setShared(is === true)}>
        {t('views.share')}
      </Checkbox>
    </FormDialog>
  );
}
