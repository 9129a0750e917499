import { Box, Field, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  NO_MACRO,
  REPLY_LIMITS,
  REPLY_VARIABLES,
  spelled,
  writtenReply,
  type ReadyReply,
  type ReplyVariable,
} from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { useWords, type Speech } from '../../words';
import { MacroFields } from './MacroFields';

const NOTHING: Omit<ReadyReply, 'id'> = { name: '', body: '', ...NO_MACRO };
/** What the variables of an invented ticket say, so that the words can be read as a requester would. */
const exampleIn = (t: Speech['t']): Record<ReplyVariable, string> =>
  Object.fromEntries(REPLY_VARIABLES.map((name) => [name, t(`replies.example.${name}`)])) as Record<
    ReplyVariable,
    string
  >;

/** What is said and done, without whose row it is. */
function wordsOf(reply: ReadyReply | null): Omit<ReadyReply, 'id'> {
  if (!reply) return NOTHING;
  const { id: _, ...said } = reply;
  return said;
}

interface Props {
  /** Null for one that is to be made. */
  readonly reply: ReadyReply | null;
  readonly onDone: (replies: ReadyReply[]) => void;
  readonly onClose: () => void;
}

/** Making a ready reply, or changing one, with how it would read; what was typed outlives a refusal and a closed window. */
export function ReplyDialog({ reply, onDone, onClose }: Props) {
  const { t } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [begun] = useState(() => wordsOf(reply));
  const [said, change, clear] = useDraft(`${me.actor.id}.reply.${reply?.id ?? 'new'}`, begun);
  const form = useSubmit(async () => {
    const kept = await (reply ? client.changeReply({ id: reply.id, ...said }) : client.createReply(said));
    clear();
    toggleNotification({ type: 'success', message: t('replies.saved', { name: said.name.trim() }) });
    onDone(kept);
  });
  const say = (name: keyof typeof NOTHING, value: string | null) => {
    change({ [name]: value });
    form.forgive(name);
  };
  return (
    <FormDialog
      title={reply ? t('units.change', { name: reply.name }) : t('replies.new')}
      label={t('settings.save')}
      form={form}
      onClose={onClose}
    >
      <Field.Root name="name" required error={form.issues['name']} hint={t('replies.nameHint')}>
        <Field.Label>{t('replies.name')}</Field.Label>
        <TextInput
          value={said.name}
          maxLength={REPLY_LIMITS.name}
          onChange={(event) => say('name', event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root
        name="body"
        required
        error={form.issues['body']}
        hint={t('replies.variables', { names: spelled(REPLY_VARIABLES, ' ') })}
      >
        <Field.Label>{t('replies.body')}</Field.Label>
        <Textarea
          value={said.body}
          rows={9}
          maxLength={REPLY_LIMITS.body}
          resizable
          onChange={(event: { target: { value: string } }) => say('body', event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <MacroFields said={said} issues={form.issues} onChange={say} />
      {said.body.trim() && (
        <Box background="neutral100" hasRadius padding={4} data-reply-preview>
          <Typography variant="sigma" textColor="neutral600" tag="p" paddingBottom={2}>
            {t('replies.preview')}
          </Typography>
          <Typography variant="omega" textColor="neutral800" tag="p" style={{ whiteSpace: 'pre-line' }}>
            {writtenReply(said.body, exampleIn(t))}
          </Typography>
        </Box>
      )}
    </FormDialog>
  );
}
