import { Box, Button, Checkbox, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { SIGN_ON_LIMITS } from '../../../../domain';
import type { SignOnSettings } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsForm } from '../SettingsForm';
import { SettingsPage } from '../SettingsPage';
import { Findings } from './Findings';
import { useSignOnForm, type TypedSignOn } from './useSignOnForm';

const SERVICE = ['issuer', 'clientId', 'secret', 'scopes'] as const;
const PEOPLE = ['nipClaim'] as const;
type Text = (typeof SERVICE)[number] | (typeof PEOPLE)[number] | 'name';
type Mark = 'isForPortal' | 'isForStaff' | 'trustsEmail';
const LONGEST: Readonly<Record<Text, number>> = { ...SIGN_ON_LIMITS, nipClaim: SIGN_ON_LIMITS.claim };

interface Props {
  readonly kept: SignOnSettings;
  readonly live: Parameters<typeof useSignOnForm>[0];
}
function Form({ kept, live }: Props) {
  const { t } = useWords();
  const form = useSignOnForm(live);
  const { typed, issues } = form;
  if (!typed) return null;
  const field = (name: Text) => (
    <Field.Root key={name} name={name} error={issues[name]} hint={t(`signOn.${name}Hint`)}>
      <Field.Label>{t(`signOn.${name}`)}</Field.Label>
      <Box maxWidth="36rem">
        <TextInput
          type={name === 'secret' ? 'password' : 'text'}
          autoComplete={name === 'secret' ? 'new-password' : 'off'}
          maxLength={LONGEST[name]}
          placeholder={name === 'secret' && kept.hasSecret ? '••••••••' : undefined}
          value={typed[name]}
          onChange={(event) => form.fill({ [name]: event.target.value } as Partial<TypedSignOn>)}
        />
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const mark = (name: Mark) => (
    <Checkbox
      checked={typed[name]}
      onCheckedChange={(checked) => form.fill({ [name]: checked === true } as Partial<TypedSignOn>)}
    >
      {t(`signOn.${name}`)}
    </Checkbox>
  );
  return (
    <SettingsForm form={form}>
      <Panel title={t('signOn.doors')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {field('name')}
          {mark('isForPortal')}
          {mark('isForStaff')}
          <Typography textColor="neutral600">{t('signOn.local')}</Typography>
        </Flex>
      </Panel>
      <Panel title={t('signOn.service')}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {SERVICE.map(field)}
          <Box>
            <Typography tag="p" textColor="neutral600" paddingBottom={2}>
              {t('signOn.returns')}
            </Typography>
            {(['portal', 'staff'] as const).map((door) => (
              <Typography key={door} tag="p" style={{ overflowWrap: 'anywhere' }}>
                {t(`signOn.return.${door}`)} <code>{kept.returns[door]}</code>
              </Typography>
            ))}
          </Box>
        </Flex>
      </Panel>
      <Panel title={t('signOn.people')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">{t('signOn.peopleLead')}</Typography>
          {mark('trustsEmail')}
          {PEOPLE.map(field)}
        </Flex>
      </Panel>
      <Panel title={t('signOn.trial')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">{t('signOn.trialLead')}</Typography>
          <Box>
            <Button variant="secondary" loading={form.isBusy} onClick={() => void form.ask()}>
              {t('signOn.try')}
            </Button>
          </Box>
          {form.trial && <Findings findings={form.trial.findings} />}
        </Flex>
      </Panel>
    </SettingsForm>
  );
}

function Room() {
  const client = useClient();
  const live = useLive('sign-on', (signal) => client.getSignOn({}, { signal }), { every: 60_000 });
  return <Loaded live={live}>{(kept) => <Form kept={kept} live={live} />}</Loaded>;
}

/** Masuk lewat layanan kota: the city's own sign-in service, for the portal and for staff. */
export default function SignOnPage() {
  return (
    <SettingsPage title="signOn.title" lead="signOn.lead" openTo="settings:manage">
      <Room />
    </SettingsPage>
  );
}
