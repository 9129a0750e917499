import { Box, Checkbox, Field, Flex, TextInput } from '@strapi/design-system';
import { ACCEPTED_EXTENSIONS, PAUSABLE, type DeskSettings } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Panel } from '../../parts/Panel';
import { useWords, type Key } from '../../words';
import { SettingsForm } from '../SettingsForm';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { PriorityInput } from './PriorityInput';
import { useLifecycle } from './useLifecycle';
import { typedOf, type Typed } from './values';

type Numeric =
  | 'attachmentMegabytes'
  | 'attachmentCount'
  | 'lockAfterDays'
  | 'remindAfterDays'
  | 'closeUnansweredAfterDays'
  | 'riskFraction';
const HELPS: Readonly<Record<keyof DeskSettings, Key>> = {
  lockAfterDays: 'lifecycle.lock',
  remindAfterDays: 'lifecycle.remind',
  closeUnansweredAfterDays: 'lifecycle.close',
  closesByItself: 'lifecycle.itself',
  pausing: 'lifecycle.pausing',
  riskFraction: 'lifecycle.risk',
  priorityMatrix: 'lifecycle.matrix',
  attachmentMegabytes: 'lifecycle.megabytes',
  attachmentCount: 'lifecycle.files',
  attachmentKinds: 'lifecycle.kinds',
};

function Form() {
  const { t, w } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const live = useLive('settings', (signal) => client.getSettings({}, { signal }), { every: 30_000 });
  const { typed, fill, issues, ...form } = useLifecycle(live);
  const isDisabled = !may('settings:manage');
  return (
    <Loaded live={live}>
      {({ standard }) => {
        if (!typed) return null;
        const usual = typedOf(standard);
        const mode = (name: Numeric) =>
          name === 'closeUnansweredAfterDays' || name === 'remindAfterDays' ? ('text' as const) : ('numeric' as const);
        const hint = (name: keyof Typed, value: string) =>
          `${t(HELPS[name])} ${t('settings.standard', { value: value || t('lifecycle.never') })}`;
        const number = (name: Numeric) => (
          <Field.Root
            name={name}
            required={name === 'lockAfterDays' || name === 'riskFraction'}
            error={issues[name]}
            hint={hint(name, name === 'riskFraction' ? `${usual[name]}%` : usual[name])}
          >
            <Field.Label>{w.field[name]}</Field.Label>
            <Box maxWidth="20rem">
              <TextInput
                value={typed[name]}
                maxLength={40}
                inputMode={mode(name)}
                disabled={isDisabled}
                endAction={name === 'riskFraction' ? <Flex paddingRight={2}>%</Flex> : undefined}
                onChange={(event) => fill({ [name]: event.target.value })}
              />
            </Box>
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        );
        const check = (label: string, isChecked: boolean, onChange: (checked: boolean) => void, isOff = false) => (
          <Checkbox
            checked={isChecked}
            disabled={isDisabled || isOff}
            onCheckedChange={(checked) => onChange(checked === true)}
          >
            {label}
          </Checkbox>
        );
        const isNeverClosed = typed.closeUnansweredAfterDays.trim() === '';
        return (
          <SettingsForm form={form}>
            <Panel title={t('lifecycle.afterwards')}>{number('lockAfterDays')}</Panel>
            <Panel title={t('lifecycle.waiting')}>
              <Flex direction="column" alignItems="stretch" gap={5}>
                {number('remindAfterDays')}
                {number('closeUnansweredAfterDays')}
                <Field.Root
                  name="closesByItself"
                  hint={hint('closesByItself', t(usual.closesByItself ? 'answer.yes' : 'answer.no'))}
                >
                  {check(
                    w.field.closesByItself,
                    !isNeverClosed && typed.closesByItself,
                    (closesByItself) => fill({ closesByItself }),
                    isNeverClosed,
                  )}
                  <Field.Hint />
                </Field.Root>
              </Flex>
            </Panel>
            <Panel title={t('lifecycle.clock')}>
              <Flex direction="column" alignItems="stretch" gap={5}>
                <Field.Root
                  name="pausing"
                  hint={hint('pausing', usual.pausing.map((status) => w.status[status]).join(', '))}
                >
                  <Field.Label>{w.field.pausing}</Field.Label>
                  <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-label={w.field.pausing}>
                    {PAUSABLE.map((status) => (
                      <Box key={status}>
                        {check(w.status[status], typed.pausing.includes(status), (isOn) =>
                          fill({
                            pausing: PAUSABLE.filter((each) => (each === status ? isOn : typed.pausing.includes(each))),
                          }),
                        )}
                      </Box>
                    ))}
                  </Flex>
                  <Field.Hint />
                </Field.Root>
                {number('riskFraction')}
              </Flex>
            </Panel>
            <Panel title={w.field.priorityMatrix}>
              <Field.Root name="priorityMatrix" hint={t(HELPS.priorityMatrix)}>
                <Field.Hint />
              </Field.Root>
              <Box paddingTop={3}>
                <PriorityInput
                  value={typed.priorityMatrix}
                  standard={standard.priorityMatrix}
                  isDisabled={isDisabled}
                  onChange={(priorityMatrix) => fill({ priorityMatrix })}
                />
              </Box>
            </Panel>
            <Panel title={t('lifecycle.attachments')}>
              <Flex direction="column" alignItems="stretch" gap={5}>
                {number('attachmentMegabytes')}
                {number('attachmentCount')}
                <Field.Root
                  name="attachmentKinds"
                  error={issues['attachmentKinds']}
                  hint={hint('attachmentKinds', usual.attachmentKinds.join(', '))}
                >
                  <Field.Label>{w.field.attachmentKinds}</Field.Label>
                  <Flex gap={5} wrap="wrap" role="group" aria-label={w.field.attachmentKinds}>
                    {ACCEPTED_EXTENSIONS.map((kind) => (
                      <Box key={kind}>
                        {check(kind, typed.attachmentKinds.includes(kind), (isOn) =>
                          fill({
                            attachmentKinds: ACCEPTED_EXTENSIONS.filter((each) =>
                              each === kind ? isOn : typed.attachmentKinds.includes(each),
                            ),
                          }),
                        )}
                      </Box>
                    ))}
                  </Flex>
                  <Field.Hint />
                  <Field.Error />
                </Field.Root>
              </Flex>
            </Panel>
          </SettingsForm>
        );
      }}
    </Loaded>
  );
}

/** Daur hidup & tenggat: what the city may set of a ticket's way and its clocks. */
export default function LifecyclePage() {
  return (
    <SettingsPage title="lifecycle.title" lead="lifecycle.lead">
      <Form />
    </SettingsPage>
  );
}
