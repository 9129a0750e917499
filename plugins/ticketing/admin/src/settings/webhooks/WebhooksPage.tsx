import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Webhook } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useLive } from '../../live/useLive';
import { FormDialog } from '../../parts/FormDialog';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { SecretWindow } from './SecretWindow';
import { WebhookDialog } from './WebhookDialog';
import { WebhookItem, type Deed } from './WebhookItem';

/** What is asked first. */
type Grave = Exclude<Deed, 'change' | 'try'>;
interface AskProps {
  readonly webhook: Webhook;
  readonly deed: Grave;
  readonly onYes: () => Promise<void>;
  readonly onClose: () => void;
}

/** What cannot be taken back is asked first. */
function Ask({ webhook: { name }, deed, onYes, onClose }: AskProps) {
  const { t } = useWords();
  const form = useSubmit(onYes);
  return (
    <FormDialog
      title={`${t(`webhooks.do.${deed}`)}: ${name}`}
      label={t(`webhooks.do.${deed}`)}
      isGrave={deed === 'remove'}
      form={form}
      onClose={onClose}
    >
      <Typography tag="p">{t(`webhooks.ask.${deed}`)}</Typography>
    </FormDialog>
  );
}

function Webhooks() {
  const { t } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState<{ readonly webhook: Webhook | null; readonly deed: Deed } | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [busy, setBusy] = useState<number | null>(null);
  const live = useLive('webhooks', (signal) => client.listWebhooks({}, { signal }), { every: 5000 });
  const done = (webhooks: readonly Webhook[], shown: string | null, said: string) => {
    live.replace([...webhooks]);
    setOpen(null);
    setSecret(shown);
    if (!shown) toggleNotification({ type: 'success', message: said });
  };
  const attempt = async ({ id, name }: Webhook) => {
    setBusy(id);
    try {
      await client.tryWebhook({ id });
      toggleNotification({ type: 'success', message: t('webhooks.tried', { name }) });
      live.refresh();
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
    setBusy(null);
  };
  const agree = async ({ id, name }: Webhook, deed: Grave) => {
    if (deed === 'remove') return done(await client.removeWebhook({ id }), null, t('calendar.removed', { name }));
    if (deed === 'endFormer')
      return done(await client.endFormerSecrets({ id }), null, t('webhooks.formerEnded', { name }));
    const renewed = await client.renewWebhookSecret({ id });
    done(renewed.webhooks, renewed.secret, '');
  };
  return (
    <Loaded live={live}>
      {(webhooks) => (
        <Panel
          title={t('webhooks.count', { count: webhooks.length })}
          aside={
            <Button startIcon={<Plus />} onClick={() => setOpen({ webhook: null, deed: 'change' })}>
              {t('webhooks.new')}
            </Button>
          }
        >
          {webhooks.length === 0 && <Notice kind="remark">{t('webhooks.none')}</Notice>}
          <ul>
            {webhooks.map((webhook) => (
              <WebhookItem
                key={webhook.id}
                webhook={webhook}
                isBusy={busy === webhook.id}
                onDo={(deed) => (deed === 'try' ? void attempt(webhook) : setOpen({ webhook, deed }))}
              />
            ))}
          </ul>
          {open?.deed === 'change' && (
            <WebhookDialog
              webhook={open.webhook}
              onDone={(kept, shown) => done(kept, shown, t('settings.saved'))}
              onClose={() => setOpen(null)}
            />
          )}
          {open?.webhook && open.deed !== 'change' && open.deed !== 'try' && (
            <Ask
              webhook={open.webhook}
              deed={open.deed}
              onYes={() => agree(open.webhook as Webhook, open.deed as Grave)}
              onClose={() => setOpen(null)}
            />
          )}
          {secret && <SecretWindow secret={secret} onClose={() => setSecret(null)} />}
        </Panel>
      )}
    </Loaded>
  );
}

/**
 * Webhook: other systems that are told what happens to tickets. Only for those who may change them: a webhook's address
 * can be a secret of its own.
 */
export default function WebhooksPage() {
  return (
    <SettingsPage title="webhooks.title" lead="webhooks.lead" changedBy="webhook:manage" openTo="webhook:manage">
      <Webhooks />
    </SettingsPage>
  );
}
