import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Attachment, TicketDetail } from '../../../domain';
import { toRefusal, useClient } from '../api/useClient';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
import { AddFiles } from './AddFiles';
import { attachAll } from './attach';
import { AttachmentRow } from './AttachmentRow';
import { save } from '../parts/FileLink';
import { PicturePreview } from './PicturePreview';

interface Props {
  readonly ticket: TicketDetail;
  readonly onChanged: () => void;
}

/** Files that came with the request or were added since. They are fetched only when asked for: lines are weak. */
export function Attachments({ ticket, onChanged }: Props) {
  const { t } = useWords();
  const client = useClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [shown, setShown] = useState<{ file: Attachment; blob: Blob } | null>(null);

  const during = async (what: string, work: () => Promise<void>) => {
    setBusy(what);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(toRefusal(error).message);
    } finally {
      setBusy(null);
    }
  };
  const fetchFile = async (file: Attachment) =>
    new Blob([await (await client.readAttachment({ number: ticket.number, id: file.id })).arrayBuffer()], {
      type: file.mime,
    });
  const upload = (files: readonly File[], isInternal: boolean) =>
    during('upload', async () => {
      try {
        await attachAll(client, ticket.number, files, isInternal);
      } finally {
        onChanged();
      }
    });

  return (
    <Panel title={t('panel.files', { count: ticket.attachments.length })}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {trouble && <Notice kind="alarm">{trouble}</Notice>}
        {ticket.attachments.length === 0 && (
          <Typography variant="omega" textColor="neutral600">
            {t('files.none')}
          </Typography>
        )}
        {ticket.attachments.map((file) => (
          <AttachmentRow
            key={file.id}
            file={file}
            isBusy={busy !== null}
            onView={() => void during(file.id, async () => setShown({ file, blob: await fetchFile(file) }))}
            onShow={() =>
              void during(file.id, async () => {
                await client.showAttachment({ number: ticket.number, id: file.id });
                onChanged();
              })
            }
            onDelete={() =>
              void during(file.id, async () => {
                await client.deleteAttachment({ number: ticket.number, id: file.id });
                onChanged();
              })
            }
            onDownload={() => void during(file.id, async () => save(await fetchFile(file), file.name))}
          />
        ))}
        {ticket.may.attach && (
          <AddFiles ticket={ticket} isBusy={busy === 'upload'} onChosen={(...chosen) => void upload(...chosen)} />
        )}
      </Flex>
      {shown && <PicturePreview {...shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
