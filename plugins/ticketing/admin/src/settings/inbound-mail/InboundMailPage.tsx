import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { MAIL_SECURITIES, type InboundMailSettings } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsForm } from '../SettingsForm';
import { SettingsPage } from '../SettingsPage';
import { wordReason } from '../letters/reasons';
import { Quarantine } from './Quarantine';
import { useInboundMailForm, type TypedInboundMail } from './useInboundMailForm';

const SERVER = ['host', 'port', 'username', 'password', 'folder'] as const;
type Text = (typeof SERVER)[number] | 'address';
type Mark = 'isOn' | 'takesBounces';

interface Props {
  readonly kept: InboundMailSettings;
  readonly live: Parameters<typeof useInboundMailForm>[0];
}
function Form({ kept, live }: Props) {
  const { t } = useWords();
  const form = useInboundMailForm(live);
  const { typed, issues, trial } = form;
  if (!typed) return null;
  const field = (name: Text) => (
    <Field.Root key={name} name={name} error={issues[name]} hint={t(`inboundMail.${name}Hint`)}>
      <Field.Label>{t(`inboundMail.${name}`)}</Field.Label>
      <Box maxWidth="36rem">
        <TextInput
          type={name === 'password' ? 'password' : name === 'address' ? 'email' : 'text'}
          autoComplete={name === 'password' ? 'new-password' : 'off'}
          inputMode={name === 'port' ? 'numeric' : name === 'address' ? 'email' : 'text'}
          placeholder={name === 'password' && kept.hasPassword ? '••••••••' : undefined}
          value={typed[name]}
          onChange={(event) => form.fill({ [name]: event.target.value } as Partial<TypedInboundMail>)}
        />
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const mark = (name: Mark) => (
    <Checkbox
      checked={typed[name]}
      onCheckedChange={(checked) => form.fill({ [name]: checked === true } as Partial<TypedInboundMail>)}
    >
      {t(`inboundMail.${name}`)}
    </Checkbox>
  );
  return (
    <SettingsForm form={form}>
      <Panel title={t('inboundMail.answers')}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {mark('isOn')}
          {field('address')}
          <Box>
            {mark('takesBounces')}
            <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
              {t('inboundMail.takesBouncesHint')}
            </Typography>
          </Box>
        </Flex>
      </Panel>
      <Panel title={t('inboundMail.mailbox')}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {SERVER.slice(0, 2).map(field)}
          <Field.Root name="security" hint={t('mail.securityHint')}>
            <Field.Label>{t('mail.security')}</Field.Label>
            <Box maxWidth="36rem">
              <SingleSelect
                value={typed.security}
                onChange={(value) => form.fill({ security: String(value) as TypedInboundMail['security'] })}
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
      <Panel title={t('inboundMail.trial')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">{t('inboundMail.trialLead')}</Typography>
          <Box>
            <Button variant="secondary" loading={form.isBusy} onClick={() => void form.ask()}>
              {t('inboundMail.try')}
            </Button>
          </Box>
          {trial && (
            <Notice kind={trial.isOpened ? 'remark' : 'alarm'}>
              {trial.isOpened
                ? t('inboundMail.opened', { count: trial.unread })
                : t('inboundMail.notOpened', { said: wordReason(t, trial.said) })}
            </Notice>
          )}
        </Flex>
      </Panel>
      <Quarantine />
    </SettingsForm>
  );
}

function Room() {
  const client = useClient();
  const live = useLive('inbound-mail', (signal) => client.getInboundMail({}, { signal }), { every: 60_000 });
  return <Loaded live={live}>{(kept) => <Form kept={kept} live={live} />}</Loaded>;
}

/** Balasan lewat surel: the mailbox that answers to letters come to, and what came and was not taken. */
export default function InboundMailPage() {
  return (
    <SettingsPage title="inboundMail.title" lead="inboundMail.lead" openTo="settings:manage">
      <Room />
    </SettingsPage>
  );
}
