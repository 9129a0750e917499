import { Box, Checkbox, Field, SingleSelect, SingleSelectOption, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import {
  blanksIn,
  REPLY_LIMITS,
  REPLY_VARIABLES,
  spelled,
  unknownVariable,
  writtenReply,
  type TicketSummary,
} from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { newKey } from '../../api/useKey';
import { useSubmit } from '../../api/useSubmit';
import { useLive } from '../../live/useLive';
import { FormDialog } from '../../parts/FormDialog';
import { Picker } from '../../parts/Picker';
import { replyFacts } from '../../parts/reply-facts';
import { useWords } from '../../words';
import { actionOn, BULK } from './bulk-actions';
import type { Errand } from './useBulk';

const HOUR_MS = 3_600_000;

interface Props {
  readonly tickets: readonly TicketSummary[];
  readonly onRun: (errands: readonly Errand[]) => Promise<void>;
  readonly onClose: () => void;
}

/** One answer for all the tickets that are ticked, in which each reads its own words, with how it will read. */
export function AnswerDialog({ tickets, onRun, onClose }: Props) {
  const { t, language } = useWords();
  const desk = useDesk();
  const client = useClient();
  const replies = useLive('replies', (signal) => client.listReplies({}, { signal }), { every: 60_000 });
  const office = useLive('office', (signal) => client.getOffice({}, { signal }), { every: HOUR_MS });
  const [chosen, setChosen] = useState('');
  const [body, setBody] = useState('');
  const [isWaiting, setWaiting] = useState(false);
  const [issue, setIssue] = useState<string | undefined>();
  const [number, setNumber] = useState(tickets[0]?.number ?? '');
  const shown = useLive(`ticket.${desk.me.actor.id}.${number}`, (signal) => client.getTicket({ number }, { signal }), {
    every: HOUR_MS,
    keepsEarlier: true,
  });
  const told = { officer: desk.me.actor.name, portal: office.data?.portal ?? null, language };
  const asking = tickets.filter((ticket) => actionOn(desk, ticket, 'answer') !== undefined).length;

  /** Read anew at the moment of sending: what the reply names may have changed since the list was read. */
  const errandFor = (ticket: TicketSummary): Errand => ({
    number: ticket.number,
    run: async () => {
      const one = { number: ticket.number };
      const facts = replyFacts(await client.getTicket(one), told);
      const [blank] = blanksIn(body, facts);
      if (blank) return t('bulk.blank', { name: `{${blank}}` });
      const text = writtenReply(body.trim(), facts);
      const action = isWaiting ? actionOn(desk, ticket, 'answer') : undefined;
      const once = { idempotencyKey: newKey() };
      if (action) await client.actOnTicket({ ...one, action, question: text }, once);
      else await client.commentOnTicket({ ...one, body: text, internal: false }, once);
      return undefined;
    },
  });
  const wrongWith = (text: string): string | undefined => {
    if (text.trim() === '') return t('bulk.choose', { field: t('replies.body') });
    const unknown = unknownVariable(text, REPLY_VARIABLES);
    return unknown === undefined ? undefined : t('bulk.unknownVariable', { name: `{${unknown}}` });
  };
  const form = useSubmit(async () => {
    const wrong = wrongWith(body);
    setIssue(wrong);
    if (!wrong) await onRun(tickets.map(errandFor));
  });
  return (
    <FormDialog
      title={t('bulk.ask', { action: t(BULK.answer.label), count: tickets.length })}
      label={t('bulk.send', { count: tickets.length })}
      form={form}
      onClose={onClose}
    >
      <Field.Root name="reply" hint={replies.data?.length === 0 ? t('replies.empty') : undefined}>
        <Field.Label>{t('composer.replies')}</Field.Label>
        <Picker
          value={chosen}
          isLoading={!replies.data && !replies.refusal}
          options={(replies.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          placeholder={t('action.choose')}
          onChange={(id) => {
            setChosen(id);
            const reply = replies.data?.find((each) => String(each.id) === id);
            if (reply) setBody(reply.body);
            if (reply?.ending === 'wait') setWaiting(true);
            setIssue(undefined);
          }}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root
        name="body"
        required
        error={issue}
        hint={t('replies.variables', { names: spelled(REPLY_VARIABLES, ' ') })}
      >
        <Field.Label>{t('replies.body')}</Field.Label>
        <Textarea
          value={body}
          rows={6}
          maxLength={REPLY_LIMITS.body}
          resizable
          onChange={(event: { target: { value: string } }) => {
            setBody(event.target.value);
            setIssue(undefined);
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      {asking > 0 && (
        <Field.Root name="wait" hint={asking < tickets.length ? t('bulk.waitSome', { count: asking }) : undefined}>
          <Checkbox checked={isWaiting} onCheckedChange={(is) => setWaiting(is === true)}>
            {t('bulk.wait')}
          </Checkbox>
          <Field.Hint />
        </Field.Root>
      )}
      {body.trim() && (
        <Box background="neutral100" hasRadius padding={4} data-reply-preview>
          <Field.Root name="preview">
            <Field.Label>{t('bulk.preview')}</Field.Label>
            <SingleSelect size="S" value={number} onChange={(value) => setNumber(String(value))}>
              {tickets.map((ticket) => (
                <SingleSelectOption key={ticket.number} value={ticket.number}>
                  {`${ticket.number} · ${ticket.title}`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Typography
            variant="omega"
            textColor="neutral800"
            tag="p"
            paddingTop={3}
            style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
          >
            {shown.data ? writtenReply(body, replyFacts(shown.data, told)) : (shown.refusal?.message ?? t('loading'))}
          </Typography>
        </Box>
      )}
    </FormDialog>
  );
}
