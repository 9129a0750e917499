import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import type { AccountEntry } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useRefusal } from '../../api/issues';
import { toRefusal, useClient } from '../../api/useClient';
import { useDraft } from '../../live/useDraft';
import { Notice } from '../../parts/Notice';
import { Window } from '../../parts/Window';
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
  const { t, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [begun] = useState(() => (account ? saidOf(account) : NOBODY));
  const [said, change, clear] = useDraft(
    `${me.actor.id}.account.${account ? `${account.door}.${account.id}` : 'new'}`,
    begun,
  );
  const { refusal, issues, refuse, forgive } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    refuse(null);
    try {
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
    } catch (error) {
      refuse(toRefusal(error));
      setBusy(false);
    }
  };
  return (
    <Window title={account ? t('accounts.change', { name: account.name }) : t('accounts.new')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {!account && (
              <Typography variant="omega" textColor="neutral700">
                {t('accounts.newHelp')}
              </Typography>
            )}
            {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
            <AccountForm
              said={said}
              issues={issues}
              isNew={!account}
              onChange={(part) => {
                change(part);
                for (const name of Object.keys(part)) forgive(name);
              }}
            />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t(account ? 'settings.save' : 'accounts.make')}
          </Button>
        </Modal.Footer>
      </form>
    </Window>
  );
}
