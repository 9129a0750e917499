import { Button, Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useRef, useState } from 'react';
import type { Attachment, TicketDetail } from '../../../domain';
import { toRefusal, useClient } from '../api/useClient';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
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
  const picker = useRef<HTMLInputElement>(null);
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
  const upload = (files: FileList | null) =>
    during('upload', async () => {
      try {
        for (const file of files ?? [])
          await client.addAttachment({ number: ticket.number, file: { name: file.name, blob: file } });
      } finally {
        onChanged();
      }
    });

  return (
    <Panel
      title={t('panel.files', { count: ticket.attachments.length })}
      aside={
        ticket.may.attach && (
          <>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              data-upload
              onChange={(event) => {
                void upload(event.target.files).then(() => {
                  if (picker.current) picker.current.value = '';
                });
              }}
            />
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Upload />}
              loading={busy === 'upload'}
              onClick={() => picker.current?.click()}
            >
              {t('files.add')}
            </Button>
          </>
        )
      }
    >
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
          <Typography variant="pi" textColor="neutral600">
            {t(ticket.isConfidential ? 'files.readersConfidential' : 'files.readers')}
          </Typography>
        )}
      </Flex>
      {shown && <PicturePreview {...shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
