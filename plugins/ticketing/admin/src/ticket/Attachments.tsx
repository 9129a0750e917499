import { Box, Button, Flex, Modal, Typography, VisuallyHidden } from '@strapi/design-system';
import { Download, Eye, File as FileIcon, Upload } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { Attachment, TicketDetail } from '../../../domain';
import { toRefusal, useClient } from '../api/useClient';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { Window } from '../parts/Window';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { save } from './FileLink';

const Picture = styled.img`
  display: block;
  max-width: 100%;
  margin: 0 auto;
`;
/** What a browser shows as a picture without running anything in it. */
const isPicture = ({ mime }: Attachment): boolean =>
  ['image/jpeg', 'image/png', 'image/webp', 'image/gif'].includes(mime);

function Preview({
  file,
  blob,
  onClose,
}: {
  readonly file: Attachment;
  readonly blob: Blob;
  readonly onClose: () => void;
}) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <Window title={file.name} onClose={onClose}>
      <Modal.Body>{url && <Picture src={url} alt={file.name} />}</Modal.Body>
    </Window>
  );
}

interface Props {
  readonly ticket: TicketDetail;
  readonly onChanged: () => void;
}

/** Files that came with the request or were added since. They are fetched only when asked for: lines are weak. */
export function Attachments({ ticket, onChanged }: Props) {
  const { t, language } = useWords();
  const { size, brief } = timeTeller(language);
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
        {ticket.missingDocuments.length > 0 && (
          <Notice kind="remark">{t('files.missing', { names: ticket.missingDocuments.join(', ') })}</Notice>
        )}
        {ticket.attachments.length === 0 && (
          <Typography variant="omega" textColor="neutral600">
            {t('files.none')}
          </Typography>
        )}
        {ticket.attachments.map((file) => (
          <Flex key={file.id} gap={3} wrap="wrap" justifyContent="space-between">
            <Flex gap={3} flex="1 1 20rem" style={{ minWidth: 0 }}>
              <Box style={{ flex: 'none' }}>
                <FileIcon width="20" height="20" fill="neutral600" aria-hidden />
              </Box>
              <Box style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <Typography variant="omega" fontWeight="semiBold" tag="div">
                  {file.name}
                </Typography>
                <Typography variant="pi" textColor="neutral600">
                  {size(file.size)} · {file.uploadedBy} · {brief(file.uploadedAt)}
                </Typography>
              </Box>
            </Flex>
            <Flex gap={2}>
              {isPicture(file) && (
                <Button
                  size="S"
                  variant="tertiary"
                  startIcon={<Eye />}
                  disabled={busy !== null}
                  onClick={() => void during(file.id, async () => setShown({ file, blob: await fetchFile(file) }))}
                >
                  {t('files.view')}
                  <VisuallyHidden> {file.name}</VisuallyHidden>
                </Button>
              )}
              <Button
                size="S"
                variant="tertiary"
                startIcon={<Download />}
                disabled={busy !== null}
                onClick={() => void during(file.id, async () => save(await fetchFile(file), file.name))}
              >
                {t('files.download')}
                <VisuallyHidden> {file.name}</VisuallyHidden>
              </Button>
            </Flex>
          </Flex>
        ))}
      </Flex>
      {shown && <Preview {...shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
