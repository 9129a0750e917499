import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useState } from 'react';
import { MAIL_SECURITIES, type MailSettings } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsForm } from '../SettingsForm';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { wordReason } from '../letters/reasons';
import { useMailForm, type TypedMail } from './useMailForm';

const SERVER = ['host', 'port', 'username', 'password'] as const;
const SENDER = ['fromName', 'fromAddress', 'replyTo', 'gatherMinutes'] as const;
type Name = Exclude<keyof TypedMail, 'security'>;

function Form({ kept, live }: { readonly kept: MailSettings; readonly live: Parameters<typeof useMailForm>[0] }) {
  const { t } = useWords();
  const form = useMailForm(live);
  const mine = useAuth('ticketing', ({ user }) => user?.email);
  const [to, setTo] = useState(mine ?? '');
  const { typed, issues } = form;
  if (!typed) return null;
  const field = (name: Name) => (
    <Field.Root key={name} name={name} error={issues[name]} hint={t(`mail.${name}Hint`)}>
      <Field.Label>{t(`mail.${name}`)}</Field.Label>
      <Box maxWidth="36rem">
        <TextInput
          type={name === 'password' ? 'password' : 'text'}
          autoComplete={name === 'password' ? 'new-password' : 'off'}
          inputMode={name === 'port' || name === 'gatherMinutes' ? 'numeric' : 'text'}
          placeholder={name === 'password' && kept.hasPassword ? '••••••••' : undefined}
          value={typed[name]}
          onChange={(event) => form.fill({ [name]: event.target.value })}
        />
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  return (
    <SettingsForm form={form}>
      {kept.source === 'environment' && <Notice kind="remark">{t('mail.environment')}</Notice>}
      <Panel title={t('mail.server')}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {SERVER.slice(0, 2).map(field)}
          <Field.Root name="security" hint={t('mail.securityHint')}>
            <Field.Label>{t('mail.security')}</Field.Label>
            <Box maxWidth="36rem">
              <SingleSelect
                value={typed.security}
                onChange={(value) => form.fill({ security: String(value) as TypedMail['security'] })}
              >
                {MAIL_SECURITIES.map((security) => (
                  <SingleSelectOption key={security} value={security}>
                    {t(`mail.security.${security}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Box>
            <Field.Hint />
          </Field.Root>
          {SERVER.slice(2).map(field)}
        </Flex>
      </Panel>
      <Panel title={t('mail.sender')}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {SENDER.map(field)}
        </Flex>
      </Panel>
      <Panel title={t('mail.trial')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">{t('mail.trialLead')}</Typography>
          <Field.Root name="to" error={issues['to']}>
            <Field.Label>{t('mail.to')}</Field.Label>
            <Flex gap={3} wrap="wrap">
              <Box maxWidth="36rem" style={{ flex: '1 1 24rem' }}>
                <TextInput type="email" value={to} onChange={(event) => setTo(event.target.value)} />
              </Box>
              <Button variant="secondary" loading={form.isBusy} onClick={() => void form.send(to)}>
                {t('mail.try')}
              </Button>
            </Flex>
            <Field.Error />
          </Field.Root>
          {form.trial && (
            <Notice kind={form.trial.isAccepted ? 'remark' : 'alarm'}>
              {t(form.trial.isAccepted ? 'mail.accepted' : 'mail.refused', { said: wordReason(t, form.trial.said) })}
            </Notice>
          )}
        </Flex>
      </Panel>
    </SettingsForm>
  );
}

function Room() {
  const client = useClient();
  const live = useLive('mail', (signal) => client.getMailSettings({}, { signal }), { every: 60_000 });
  return <Loaded live={live}>{(kept) => <Form kept={kept} live={live} />}</Loaded>;
}

/** Surel: by which server letters leave, and under which name. */
export default function MailPage() {
  return (
    <SettingsPage title="mail.title" lead="mail.lead" openTo="settings:manage">
      <Room />
    </SettingsPage>
  );
}
