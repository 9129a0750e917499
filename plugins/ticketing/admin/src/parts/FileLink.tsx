import { Button, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import type { TicketDetail } from '../../../domain';
import { toRefusal, useClient } from '../api/useClient';
import { useWords } from '../words';

/** Hands a file that was fetched over to the browser, under its own name. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The file of a letter, by its name; one that was deleted since is not there any more, and says so. */
export function FileLink({ ticket, id }: { readonly ticket: TicketDetail; readonly id: string }) {
  const { t } = useWords();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const file = ticket.attachments.find((attachment) => attachment.id === id);
  if (!file)
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('document.gone')}
      </Typography>
    );
  const fetchFile = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      save(
        new Blob([await (await client.readAttachment({ number: ticket.number, id })).arrayBuffer()], {
          type: file.mime,
        }),
        file.name,
      );
    } catch (error) {
      setTrouble(toRefusal(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        type="button"
        size="S"
        variant="tertiary"
        startIcon={<Download />}
        loading={isBusy}
        onClick={() => void fetchFile()}
        style={{ maxWidth: '100%' }}
      >
        {file.name}
      </Button>
      {trouble && (
        <Typography role="alert" variant="pi" textColor="danger700" tag="p">
          {trouble}
        </Typography>
      )}
    </>
  );
}
