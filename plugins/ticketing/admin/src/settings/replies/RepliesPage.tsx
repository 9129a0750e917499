import { Button, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import { fold, type ReadyReply } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useCatalog } from '../../live/useCatalog';
import { useLive } from '../../live/useLive';
import { ListRow, RowButton } from '../../parts/ListRow';
import { Loaded } from '../../parts/Loaded';
import { macroWords } from '../../parts/macro-words';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { ReplyDialog } from './ReplyDialog';

const Words = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  overflow: hidden;
  white-space: pre-line;
`;

interface ItemProps {
  readonly reply: ReadyReply;
  readonly isBusy: boolean;
  /** Absent for those who only look. */
  readonly onChange: (() => void) | undefined;
  readonly onRemove: () => void;
}

function Item({ reply, isBusy, onChange, onRemove }: ItemProps) {
  const { name, body } = reply;
  const speech = useWords();
  const { t } = speech;
  const { data: catalog } = useCatalog();
  const does = macroWords(speech, catalog, reply);
  return (
    <ListRow data-reply={name}>
      <div style={{ flex: '1 1 34rem', minWidth: 0 }}>
        <Typography tag="h3" variant="omega" fontWeight="semiBold">
          {name}
        </Typography>
        {does.length > 0 && (
          <Typography tag="p" variant="pi" fontWeight="semiBold" textColor="primary700">
            {does.join(' · ')}
          </Typography>
        )}
        <Words tag="p" variant="omega" textColor="neutral700">
          {body}
        </Words>
      </div>
      {onChange && (
        <Flex gap={2}>
          <RowButton deed={t('accounts.edit')} name={name} onClick={onChange} />
          <IconButton label={t('calendar.remove', { name })} disabled={isBusy} variant="ghost" onClick={onRemove}>
            <Trash />
          </IconButton>
        </Flex>
      )}
    </ListRow>
  );
}

function Replies() {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState('');
  /** What stands in the dialog: null for one that is to be made. */
  const [open, setOpen] = useState<ReadyReply | null | undefined>(undefined);
  const [gone, setGone] = useState<ReadyReply | null>(null);
  const [busy, setBusy] = useState<number | null>(null);
  const live = useLive('replies', (signal) => client.listReplies({}, { signal }), { every: 60_000 });
  const mayChange = may('reply:manage');
  const attempt = async (work: () => Promise<ReadyReply[]>): Promise<boolean> => {
    try {
      live.replace(await work());
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
      return false;
    }
  };
  // Nothing is asked beforehand: what was taken away is put back with one press.
  const remove = async (reply: ReadyReply) => {
    setBusy(reply.id);
    if (await attempt(() => client.removeReply({ id: reply.id }))) setGone(reply);
    setBusy(null);
  };
  const putBack = async ({ id: _, ...said }: ReadyReply) => {
    if (await attempt(() => client.createReply(said))) setGone(null);
  };
  return (
    <Loaded live={live}>
      {(replies) => {
        const found = replies.filter(({ name, body }) => fold(`${name} ${body}`).includes(fold(typed)));
        return (
          <Panel
            title={t('replies.count', { count: found.length })}
            aside={
              mayChange && (
                <Button startIcon={<Plus />} onClick={() => setOpen(null)}>
                  {t('replies.new')}
                </Button>
              )
            }
          >
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root name="q">
                <Field.Label>{t('replies.search')}</Field.Label>
                <TextInput value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
              </Field.Root>
              {gone && (
                <Notice kind="remark" action={{ label: t('calendar.undo'), run: () => void putBack(gone) }}>
                  {t('calendar.removed', { name: gone.name })}
                </Notice>
              )}
              {found.length === 0 && (
                <Notice kind="remark">{t(replies.length === 0 ? 'replies.empty' : 'replies.none')}</Notice>
              )}
              <ul>
                {found.map((reply) => (
                  <Item
                    key={reply.id}
                    reply={reply}
                    isBusy={busy === reply.id}
                    onChange={mayChange ? () => setOpen(reply) : undefined}
                    onRemove={() => void remove(reply)}
                  />
                ))}
              </ul>
            </Flex>
            {open !== undefined && (
              <ReplyDialog
                reply={open}
                onDone={(kept) => {
                  live.replace(kept);
                  setOpen(undefined);
                }}
                onClose={() => setOpen(undefined)}
              />
            )}
          </Panel>
        );
      }}
    </Loaded>
  );
}

/** Balasan siap pakai: what officers say again and again. */
export default function RepliesPage() {
  return (
    <SettingsPage title="replies.title" lead="replies.lead" changedBy="reply:manage">
      <Replies />
    </SettingsPage>
  );
}
