import { Field, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AccountEntry } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { FormDialog } from '../../parts/FormDialog';
import { Notice } from '../../parts/Notice';
import { OfficerPicker } from '../../parts/OfficerPicker';
import { useWords } from '../../words';

interface Props {
  readonly account: AccountEntry;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** To whom the tickets go, where somebody may say so. */
function Successor({
  account,
  value,
  onChange,
}: {
  account: AccountEntry;
  value: string;
  onChange: (id: string) => void;
}) {
  const { t, w } = useWords();
  return (
    <Field.Root name="handTo" hint={t('accounts.handToHint')}>
      <Field.Label>{w.field.handTo}</Field.Label>
      <OfficerPicker value={value} without={[account.id]} placeholder={t('accounts.toQueue')} onChange={onChange} />
      <Field.Hint />
    </Field.Root>
  );
}

/** Taking an account out of use: what becomes of its sessions and of the tickets on its desk. */
export function LeaveDialog({ account, onDone, onClose }: Props) {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [handTo, setHandTo] = useState('');
  const { door, id, name, openTickets } = account;
  const form = useSubmit(async () => {
    await client.deactivateAccount({ door, id, ...(handTo && { handTo: Number(handTo) }) });
    toggleNotification({ type: 'success', message: t('accounts.left', { name, count: openTickets }) });
    onDone();
  });
  return (
    <FormDialog
      title={t('accounts.leave', { name })}
      label={t('accounts.deactivate')}
      isGrave
      form={form}
      onClose={onClose}
    >
      <Typography variant="omega">{t('accounts.leaveHelp')}</Typography>
      {openTickets > 0 && <Notice kind="remark">{t('accounts.leaveTickets', { count: openTickets })}</Notice>}
      {openTickets > 0 && may('ticket:assign') && <Successor account={account} value={handTo} onChange={setHandTo} />}
    </FormDialog>
  );
}
