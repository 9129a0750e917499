import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { LIMITS } from '../../../../domain';
import type { NewWallboardLink } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { WhenInput } from '../../parts/WhenInput';
import { useWords } from '../../words';

interface Typed {
  readonly name: string;
  readonly lastDay: string;
}
const NOTHING: Typed = { name: '', lastDay: '' };

/** One more link; what was typed outlives a refusal. */
export function AddLink({ onAdded }: { readonly onAdded: (made: NewWallboardLink) => void }) {
  const { t, w } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const [typed, change, clear] = useDraft(`${me.actor.id}.wall`, NOTHING);
  const form = useSubmit(async () => {
    onAdded(await client.createWallboardLink({ name: typed.name, lastDay: typed.lastDay || null }));
    clear();
  });
  const fill = (name: keyof Typed) => (value: string) => {
    change({ [name]: value });
    form.forgive(name);
  };
  return (
    <Panel title={t('wall.add')}>
      <form noValidate onSubmit={form.submit}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {form.refusal && <Notice kind="alarm">{form.refusal.message}</Notice>}
          <Field.Root name="name" required error={form.issues['name']} hint={t('wall.nameHint')}>
            <Field.Label>{w.field.name}</Field.Label>
            <TextInput
              value={typed.name}
              maxLength={LIMITS.name}
              onChange={(event: { target: { value: string } }) => fill('name')(event.target.value)}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Field.Root name="lastDay" error={form.issues['lastDay']} hint={t('wall.lastDayHint')}>
            <Field.Label>{w.field.lastDay}</Field.Label>
            <WhenInput type="date" value={typed.lastDay} onChange={fill('lastDay')} />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Flex>
            <Button type="submit" loading={form.isBusy}>
              {t('wall.add')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Panel>
  );
}
