import { Box, Checkbox, Field, Grid, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { nameOfKind, WEBHOOK_EVENTS, WEBHOOK_LIMITS, type WebhookEvent } from '../../../../domain';
import type { NewWebhookSecret, Webhook } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { useWords, type Speech } from '../../words';

type Said = Pick<Webhook, 'name' | 'url' | 'events' | 'isActive'>;
const NOTHING: Said = { name: '', url: '', events: ['created', 'status', 'assigned', 'completed'], isActive: true };

/** What an event is called where it is chosen, and where it was sent. */
export const eventName = ({ t, language }: Pick<Speech, 't' | 'language'>, event: WebhookEvent | 'trial'): string =>
  event === 'trial' || event === 'confidential' ? t(`webhooks.event.${event}`) : nameOfKind(language, event);

interface Props {
  /** Null for one that is to be made. */
  readonly webhook: Webhook | null;
  readonly onDone: (webhooks: readonly Webhook[], secret: NewWebhookSecret['secret'] | null) => void;
  readonly onClose: () => void;
}

/** Making a webhook, or changing one; what was typed outlives a refusal and a closed window. */
export function WebhookDialog({ webhook, onDone, onClose }: Props) {
  const speech = useWords();
  const { t } = speech;
  const { me } = useDesk();
  const client = useClient();
  const [begun] = useState<Said>(() =>
    webhook ? { name: webhook.name, url: webhook.url, events: webhook.events, isActive: webhook.isActive } : NOTHING,
  );
  const [said, change, clear] = useDraft(`${me.actor.id}.webhook.${webhook?.id ?? 'new'}`, begun);
  const form = useSubmit(async () => {
    const sent = { ...said, events: [...said.events] };
    const { webhooks, secret } = webhook
      ? { webhooks: await client.changeWebhook({ id: webhook.id, ...sent }), secret: null }
      : await client.createWebhook(sent);
    clear();
    onDone(webhooks, secret);
  });
  const say = (part: Partial<Said>) => {
    change(part);
    Object.keys(part).forEach(form.forgive);
  };
  return (
    <FormDialog
      title={webhook ? t('units.change', { name: webhook.name }) : t('webhooks.new')}
      label={t('webhooks.save')}
      form={form}
      onClose={onClose}
    >
      <Field.Root name="name" required error={form.issues['name']} hint={t('webhooks.nameHint')}>
        <Field.Label>{t('webhooks.name')}</Field.Label>
        <TextInput
          value={said.name}
          maxLength={WEBHOOK_LIMITS.name}
          onChange={(event) => say({ name: event.target.value })}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root name="url" required error={form.issues['url']} hint={t('webhooks.urlHint')}>
        <Field.Label>{t('webhooks.url')}</Field.Label>
        <TextInput
          type="url"
          value={said.url}
          maxLength={WEBHOOK_LIMITS.url}
          placeholder="https://"
          onChange={(event) => say({ url: event.target.value })}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Box tag="fieldset" style={{ border: 0, margin: 0, padding: 0 }}>
        <Typography tag="legend" variant="pi" fontWeight="bold" paddingBottom={2}>
          {t('webhooks.events')}
        </Typography>
        <Grid.Root gap={2}>
          {WEBHOOK_EVENTS.map((event) => (
            <Grid.Item key={event} col={6} xs={12}>
              <Checkbox
                checked={said.events.includes(event)}
                onCheckedChange={(checked) =>
                  say({
                    events: checked === true ? [...said.events, event] : said.events.filter((each) => each !== event),
                  })
                }
              >
                {eventName(speech, event)}
              </Checkbox>
            </Grid.Item>
          ))}
        </Grid.Root>
        {form.issues['events'] && (
          <Typography tag="p" variant="pi" textColor="danger600" role="alert">
            {form.issues['events']}
          </Typography>
        )}
      </Box>
      <Checkbox checked={said.isActive} onCheckedChange={(checked) => say({ isActive: checked === true })}>
        {t('webhooks.isActive')}
      </Checkbox>
    </FormDialog>
  );
}
