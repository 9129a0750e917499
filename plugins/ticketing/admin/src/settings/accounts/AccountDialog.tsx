import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AccountEntry } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { useWords } from '../../words';
import { AccountForm, bodyOf, NOBODY, saidOf } from './AccountForm';

interface Props {
  /** Null for one that is to be made. */
  readonly account: AccountEntry | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Making an account, or changing one; what was typed outlives a refusal and a closed window. */
export function AccountDialog({ account, onDone, onClose }: Props) {
  const { t } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [begun] = useState(() => (account ? saidOf(account) : NOBODY));
  const [said, change, clear] = useDraft(
    `${me.actor.id}.account.${account ? `${account.door}.${account.id}` : 'new'}`,
    begun,
  );
  const form = useSubmit(async () => {
    const body = bodyOf(said);
    const kept = account
      ? await client.changeAccount({ door: account.door, id: account.id, ...body })
      : await client.createAccount({ door: said.door, ...body });
    clear();
    toggleNotification({
      type: 'success',
      message: t(account ? 'accounts.changed' : 'accounts.made', { name: kept.name, email: kept.email }),
    });
    onDone();
  });
  return (
    <FormDialog
      title={account ? t('accounts.change', { name: account.name }) : t('accounts.new')}
      label={t(account ? 'settings.save' : 'accounts.make')}
      form={form}
      onClose={onClose}
    >
      {!account && (
        <Typography variant="omega" textColor="neutral700">
          {t('accounts.newHelp')}
        </Typography>
      )}
      <AccountForm
        said={said}
        issues={form.issues}
        isNew={!account}
        onChange={(part) => {
          change(part);
          for (const name of Object.keys(part)) form.forgive(name);
        }}
      />
    </FormDialog>
  );
}
