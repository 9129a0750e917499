import { Field, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DocumentKind } from '../../../domain';
import { useClient } from '../api/useClient';
import { useSubmit } from '../api/useSubmit';
import { FormDialog } from '../parts/FormDialog';
import { useWords } from '../words';

interface Props {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Signs a final document with the office's certificate; its passphrase is typed each time and kept nowhere. */
export function SignDialog({ number, kind, onDone, onClose }: Props) {
  const { t, w } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [passphrase, setPassphrase] = useState('');
  const form = useSubmit(async () => {
    await client.signDocument({ number, kind, passphrase });
    toggleNotification({ type: 'success', message: t('papers.signedNow', { document: w.document[kind] }) });
    onDone();
  });
  return (
    <FormDialog
      title={t('papers.signTitle', { document: w.document[kind] })}
      label={t('papers.sign')}
      form={form}
      onClose={onClose}
    >
      <Typography variant="omega" textColor="neutral700">
        {t('papers.signLead')}
      </Typography>
      <Field.Root name="passphrase" required error={form.issues['passphrase']}>
        <Field.Label>{w.field.passphrase}</Field.Label>
        <TextInput
          type="password"
          autoComplete="off"
          autoFocus
          maxLength={200}
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.target.value);
            form.forgive('passphrase');
          }}
        />
        <Field.Error />
      </Field.Root>
    </FormDialog>
  );
}
