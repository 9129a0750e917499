import { Checkbox, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { ACTION_LIMITS, isStatement, type TicketLink } from '../../../domain';
import { useClient } from '../api/useClient';
import { newKey } from '../api/useKey';
import { useSubmit } from '../api/useSubmit';
import { FormDialog } from '../parts/FormDialog';
import { useBulk, type Done } from '../queue/bulk/useBulk';
import { useWords } from '../words';

interface Props {
  /** Those of the parent that are still open. */
  readonly open: readonly TicketLink[];
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
}

/** One result for the children of a ticket that itself stays open; each is resolved on its own and may be refused. */
export function ChildrenDialog({ open, onDone, onClose }: Props) {
  const { t, w } = useWords();
  const client = useClient();
  const { progress, run } = useBulk();
  // As they were when it was opened: what is resolved leaves the parent's list meanwhile.
  const [children] = useState(open);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [result, setResult] = useState('');
  const [issue, setIssue] = useState<string | undefined>();
  const wanted = children.filter(({ number }) => !left.has(number));
  const form = useSubmit(async () => {
    const resolutionSummary = result.trim();
    const wrong =
      wanted.length === 0 ? t('children.none') : isStatement(resolutionSummary) ? undefined : t('children.say');
    setIssue(wrong);
    if (wrong) return;
    onDone(
      await run(
        'children',
        wanted.map(({ number }) => ({
          number,
          run: async () =>
            void (await client.actOnTicket(
              { number, action: 'resolve', resolutionSummary },
              { idempotencyKey: newKey() },
            )),
        })),
      ),
    );
  });
  const turn = (number: string, is: boolean) =>
    setLeft((before) => new Set(is ? [...before].filter((each) => each !== number) : [...before, number]));
  return (
    <FormDialog
      title={t('children.title')}
      label={t('children.run', { count: wanted.length })}
      form={form}
      onClose={onClose}
    >
      <Typography variant="omega" textColor="neutral700">
        {t('children.lead')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {children.map(({ number, title, status }) => (
          <li key={number}>
            <Checkbox checked={!left.has(number)} onCheckedChange={(is) => turn(number, is === true)}>
              {`${number} · ${title} (${w.status[status]})`}
            </Checkbox>
          </li>
        ))}
      </Flex>
      <Field.Root name="resolutionSummary" required error={issue} hint={t('children.hint')}>
        <Field.Label>{w.field.resolutionSummary}</Field.Label>
        <Textarea
          value={result}
          rows={4}
          maxLength={ACTION_LIMITS.resolutionSummary}
          resizable
          onChange={(event: { target: { value: string } }) => {
            setResult(event.target.value);
            setIssue(undefined);
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Typography variant="omega" role="status">
        {progress ? t('bulk.progress', progress) : ''}
      </Typography>
    </FormDialog>
  );
}
