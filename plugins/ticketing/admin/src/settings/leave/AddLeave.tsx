import { Button, Field, Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { StaffLeave } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { useOfficers } from '../../live/useOfficers';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Picker } from '../../parts/Picker';
import { WhenInput } from '../../parts/WhenInput';
import { useWords } from '../../words';

interface Typed {
  readonly officer: string;
  readonly firstDay: string;
  readonly lastDay: string;
}
const NOTHING: Typed = { officer: '', firstDay: '', lastDay: '' };

/** One more leave; what was typed outlives a refusal. */
export function AddLeave({ onAdded }: { readonly onAdded: (entries: StaffLeave[]) => void }) {
  const { t, w } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { data: officers } = useOfficers();
  const [typed, change, clear] = useDraft(`${me.actor.id}.leave`, NOTHING);
  const form = useSubmit(async () => {
    const { officer, firstDay, lastDay } = typed;
    onAdded(await client.addLeave({ officer: Number(officer), firstDay, lastDay: lastDay || firstDay }));
    clear();
  });
  const field = (name: keyof Typed, control: ReactNode, isNeeded = true) => (
    <Field.Root name={name} required={isNeeded} error={form.issues[name]} hint={isNeeded ? '' : t('leave.oneDay')}>
      <Field.Label>{w.field[name]}</Field.Label>
      {control}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const fill = (name: keyof Typed) => (value: string) => {
    change({ [name]: value });
    form.forgive(name);
  };
  return (
    <Panel title={t('leave.add')}>
      <form noValidate onSubmit={form.submit}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {form.refusal && <Notice kind="alarm">{form.refusal.message}</Notice>}
          {field(
            'officer',
            <Picker
              value={typed.officer}
              options={(officers ?? []).map(({ id, name, teams }) => ({
                value: String(id),
                label: name,
                detail: teams.join(', '),
              }))}
              placeholder={t('action.choose')}
              onChange={fill('officer')}
            />,
          )}
          {field('firstDay', <WhenInput type="date" value={typed.firstDay} onChange={fill('firstDay')} />)}
          {field('lastDay', <WhenInput type="date" value={typed.lastDay} onChange={fill('lastDay')} />, false)}
          <Flex>
            <Button type="submit" loading={form.isBusy}>
              {t('leave.add')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Panel>
  );
}
