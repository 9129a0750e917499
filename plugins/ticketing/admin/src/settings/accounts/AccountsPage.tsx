import { Box, Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import {
  ACCOUNT_DOORS,
  ACCOUNT_STATES,
  type AccountDoor,
  type AccountEntry,
  type AccountState,
} from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Notice } from '../../parts/Notice';
import { Pager } from '../../parts/Pager';
import { Panel } from '../../parts/Panel';
import { Loaded } from '../../parts/Loaded';
import { FindBar, FindChoice } from '../FindBar';
import { SettingsPage } from '../SettingsPage';
import { useWords } from '../../words';
import { AccountDialog } from './AccountDialog';
import { ImportAccounts } from './ImportAccounts';
import { AccountItem } from './AccountItem';
import { LeaveDialog } from './LeaveDialog';

const PAGE_SIZE = 25;
/** A question per letter is more than a weak line bears. */
const REST_MS = 300;

interface Wanted {
  readonly q: string;
  readonly door: AccountDoor | '';
  readonly state: AccountState | '';
  readonly page: number;
}
type Open = { readonly kind: 'new' } | { readonly kind: 'change' | 'leave'; readonly account: AccountEntry } | null;

interface FilterProps {
  readonly wanted: Wanted;
  readonly onChange: (part: Partial<Wanted>) => void;
}

function Filters({ wanted, onChange }: FilterProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(wanted.q);
  useEffect(() => {
    if (typed === wanted.q) return;
    const timer = window.setTimeout(() => onChange({ q: typed }), REST_MS);
    return () => window.clearTimeout(timer);
  });
  return (
    <FindBar label={t('accounts.find')} search={t('accounts.search')} typed={typed} onType={setTyped}>
      <FindChoice
        name="door"
        label={t('accounts.door')}
        values={ACCOUNT_DOORS}
        wordOf={(value) => t(`accounts.door.${value}`)}
        chosen={wanted.door || 'all'}
        onChoose={(door) => onChange({ door: door === 'all' ? '' : door })}
      />
      <FindChoice
        name="state"
        label={t('accounts.state')}
        values={ACCOUNT_STATES}
        wordOf={(value) => t(`accounts.state.${value}`)}
        chosen={wanted.state || 'all'}
        onChoose={(state) => onChange({ state: state === 'all' ? '' : state })}
      />
    </FindBar>
  );
}

function Accounts() {
  const { t } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [wanted, setWanted] = useState<Wanted>({ q: '', door: '', state: '', page: 1 });
  const [open, setOpen] = useState<Open>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const { q, door, state, page } = wanted;
  const live = useLive(
    `accounts.${JSON.stringify(wanted)}`,
    (signal) =>
      client.listAccounts(
        { page, pageSize: PAGE_SIZE, ...(q && { q }), ...(door && { door }), ...(state && { state }) },
        { signal },
      ),
    { every: 60_000, keepsEarlier: true },
  );
  const done = () => {
    setOpen(null);
    live.refresh();
  };
  const attempt = async ({ door: at, id, name, email }: AccountEntry, what: 'inviteAgain' | 'activateAccount') => {
    setBusy(`${at}.${id}`);
    try {
      await client[what]({ door: at, id });
      toggleNotification({
        type: 'success',
        message: what === 'inviteAgain' ? t('invite.sent', { email }) : t('accounts.returned', { name }),
      });
      live.refresh();
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
    setBusy(null);
  };
  return (
    <>
      <Filters wanted={wanted} onChange={(part) => setWanted({ ...wanted, page: 1, ...part })} />
      <Loaded live={live}>
        {({ rows, pagination }) => (
          <Panel
            title={t('accounts.count', { count: pagination.total })}
            aside={
              <Button startIcon={<Plus />} onClick={() => setOpen({ kind: 'new' })}>
                {t('accounts.new')}
              </Button>
            }
          >
            {rows.length === 0 && <Notice kind="remark">{t('accounts.none')}</Notice>}
            <ul>
              {rows.map((account) => (
                <AccountItem
                  key={`${account.door}.${account.id}`}
                  account={account}
                  isBusy={busy === `${account.door}.${account.id}`}
                  isMe={account.door === 'staff' && account.id === me.actor.id}
                  onChange={() => setOpen({ kind: 'change', account })}
                  onLeave={() => setOpen({ kind: 'leave', account })}
                  onInvite={() => void attempt(account, 'inviteAgain')}
                  onReturn={() => void attempt(account, 'activateAccount')}
                />
              ))}
            </ul>
            <Pager
              of={t('accounts.title')}
              pagination={pagination}
              onTurn={(turned) => setWanted({ ...wanted, page: turned })}
            />
          </Panel>
        )}
      </Loaded>
      <Box paddingTop={4}>
        <ImportAccounts onImported={live.refresh} />
      </Box>
      {(open?.kind === 'new' || open?.kind === 'change') && (
        <AccountDialog
          account={open.kind === 'change' ? open.account : null}
          onDone={done}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'leave' && <LeaveDialog account={open.account} onDone={done} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Akun: everybody who may come in, at either door. */
export default function AccountsPage() {
  return (
    <SettingsPage title="accounts.title" lead="accounts.lead" openTo="account:administer">
      <Accounts />
    </SettingsPage>
  );
}
