import { Box, Button, Checkbox, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { LANGUAGES, WHATSAPP_VARIABLES } from '../../../../domain';
import type { WhatsAppSettings } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsForm } from '../SettingsForm';
import { SettingsPage } from '../SettingsPage';
import { wordReason } from '../letters/reasons';
import { useWhatsAppForm } from './useWhatsAppForm';

function Form({
  kept,
  live,
}: {
  readonly kept: WhatsAppSettings;
  readonly live: Parameters<typeof useWhatsAppForm>[0];
}) {
  const { t } = useWords();
  const form = useWhatsAppForm(live);
  const [to, setTo] = useState('');
  const { typed, issues } = form;
  if (!typed) return null;
  return (
    <SettingsForm form={form}>
      <Panel title={t('whatsapp.gateway')}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Checkbox checked={typed.isOn} onCheckedChange={(checked) => form.fill({ isOn: checked === true })}>
            {t('whatsapp.isOn')}
          </Checkbox>
          <Field.Root name="url" error={issues['url']} hint={t('whatsapp.urlHint')}>
            <Field.Label>{t('whatsapp.url')}</Field.Label>
            <Box maxWidth="36rem">
              <TextInput
                inputMode="url"
                value={typed.url}
                onChange={(event) => form.fill({ url: event.target.value })}
              />
            </Box>
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Field.Root name="token" error={issues['token']} hint={t('whatsapp.tokenHint')}>
            <Field.Label>{t('whatsapp.token')}</Field.Label>
            <Box maxWidth="36rem">
              <TextInput
                type="password"
                autoComplete="new-password"
                placeholder={kept.hasToken ? '••••••••' : undefined}
                value={typed.token}
                onChange={(event) => form.fill({ token: event.target.value })}
              />
            </Box>
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Checkbox checked={typed.isBearer} onCheckedChange={(checked) => form.fill({ isBearer: checked === true })}>
            {t('whatsapp.isBearer')}
          </Checkbox>
        </Flex>
      </Panel>
      <Panel title={t('whatsapp.words')}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography textColor="neutral600">
            {t('whatsapp.wordsLead', Object.fromEntries(WHATSAPP_VARIABLES.map((name) => [name, `{${name}}`])))}
          </Typography>
          {LANGUAGES.map((language) => (
            <Field.Root key={language} name={`templates.${language}`} error={issues[`templates.${language}`]}>
              <Field.Label>{t(`whatsapp.template.${language}`)}</Field.Label>
              <Box maxWidth="48rem">
                <Textarea
                  value={typed.templates[language]}
                  onChange={(event) => form.fill({ templates: { ...typed.templates, [language]: event.target.value } })}
                />
              </Box>
              <Field.Error />
            </Field.Root>
          ))}
        </Flex>
      </Panel>
      <Panel title={t('whatsapp.trial')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">{t('whatsapp.trialLead')}</Typography>
          <Field.Root name="to" error={issues['to']}>
            <Field.Label>{t('whatsapp.to')}</Field.Label>
            <Flex gap={3} wrap="wrap">
              <Box maxWidth="24rem" style={{ flex: '1 1 16rem' }}>
                <TextInput type="tel" value={to} onChange={(event) => setTo(event.target.value)} />
              </Box>
              <Button variant="secondary" loading={form.isBusy} onClick={() => void form.send(to)}>
                {t('whatsapp.try')}
              </Button>
            </Flex>
            <Field.Error />
          </Field.Root>
          {form.trial && (
            <Notice kind={form.trial.isAccepted ? 'remark' : 'alarm'}>
              {t(form.trial.isAccepted ? 'whatsapp.accepted' : 'whatsapp.refused', {
                said: wordReason(t, form.trial.said),
              })}
            </Notice>
          )}
        </Flex>
      </Panel>
    </SettingsForm>
  );
}

function Room() {
  const client = useClient();
  const live = useLive('whatsapp', (signal) => client.getWhatsApp({}, { signal }), { every: 60_000 });
  return <Loaded live={live}>{(kept) => <Form kept={kept} live={live} />}</Loaded>;
}

/** WhatsApp: the way to the city's gateway, and what its messages say. */
export default function WhatsAppPage() {
  return (
    <SettingsPage title="whatsapp.title" lead="whatsapp.lead" openTo="settings:manage">
      <Room />
    </SettingsPage>
  );
}
