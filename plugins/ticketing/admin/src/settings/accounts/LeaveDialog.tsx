import { Field, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AccountEntry } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useOfficers } from '../../live/useOfficers';
import { FormDialog } from '../../parts/FormDialog';
import { Notice } from '../../parts/Notice';
import { Picker } from '../../parts/Picker';
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
  const { data } = useOfficers();
  const options = (data ?? [])
    .filter(({ id }) => id !== account.id)
    .sort((a, b) => a.openTickets - b.openTickets || a.name.localeCompare(b.name))
    .map(({ id, name, teams, openTickets }) => ({
      value: String(id),
      label: name,
      detail: t('action.load', { count: openTickets, teams: teams.join(', ') || '–' }),
    }));
  return (
    <Field.Root name="handTo" hint={t('accounts.handToHint')}>
      <Field.Label>{w.field.handTo}</Field.Label>
      <Picker
        value={value}
        options={options}
        isLoading={!data}
        placeholder={t('accounts.toQueue')}
        onChange={onChange}
      />
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
