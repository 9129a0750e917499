import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { File, Key, Mail, Pencil } from '@strapi/icons';
import { useState } from 'react';
import type { DocumentKind, PaperReader, TicketDetail } from '../../../domain';
import { toRefusal, useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
import { openPdf } from '../parts/open-pdf';
import { MailDialog } from './MailDialog';
import { PrepareDialog } from './PrepareDialog';
import { SignDialog } from './SignDialog';

/** The papers of a ticket, each made when it is asked for; and what the office adds to its Berita Acara by hand. */
export function PapersPanel({ ticket, onChanged }: { readonly ticket: TicketDetail; readonly onChanged: () => void }) {
  const { t, w } = useWords();
  const client = useClient();
  const { number, updatedAt } = ticket;
  const papers = useLive(`papers.${number}.${updatedAt}`, (signal) => client.listDocuments({ number }, { signal }), {
    every: 600_000,
    keepsEarlier: true,
  });
  const [busy, setBusy] = useState<DocumentKind | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isPreparing, setPreparing] = useState(false);
  const [signing, setSigning] = useState<DocumentKind | null>(null);
  const [mailing, setMailing] = useState<{ kind: DocumentKind; readers: readonly PaperReader[] } | null>(null);

  const open = async (kind: DocumentKind) => {
    setBusy(kind);
    setTrouble(null);
    try {
      await openPdf(() => client.readDocument({ number, kind }), `${kind}-${number}.pdf`);
      papers.refresh();
    } catch (error) {
      setTrouble(toRefusal(error).message);
    } finally {
      setBusy(null);
    }
  };
  const refusal = trouble ?? (papers.data ? null : (papers.refusal?.message ?? null));
  return (
    <Panel title={t('panel.papers')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {refusal && <Notice kind="alarm">{refusal}</Notice>}
        {(papers.data ?? []).map(({ kind, state, issued, mayPrepare, maySign, mailableTo: readers }) => (
          <Box key={kind} data-paper={kind}>
            <Flex gap={1} alignItems="stretch">
              <Button
                fullWidth
                size="S"
                variant="tertiary"
                startIcon={<File aria-hidden />}
                // A long name takes two lines.
                style={{ height: 'auto', paddingBlock: 7 }}
                loading={busy === kind}
                disabled={busy !== null}
                onClick={() => void open(kind)}
              >
                {w.document[kind]}
              </Button>
              {readers.length > 0 && (
                <IconButton
                  label={t('papers.mailTitle', { document: w.document[kind] })}
                  variant="tertiary"
                  onClick={() => setMailing({ kind, readers })}
                >
                  <Mail aria-hidden />
                </IconButton>
              )}
            </Flex>
            {state !== 'PRINTOUT' && (
              <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1}>
                {issued ? t('papers.issued', { code: issued.code }) : t(`papers.${state}`)}
              </Typography>
            )}
            {issued?.signature && (
              <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1}>
                {t('papers.signed', { subject: issued.signature.subject })}
              </Typography>
            )}
            {maySign && (
              <Flex paddingTop={1}>
                <Button size="S" variant="ghost" startIcon={<Key aria-hidden />} onClick={() => setSigning(kind)}>
                  {t('papers.sign')}
                </Button>
              </Flex>
            )}
            {mayPrepare && (
              <Flex paddingTop={1}>
                <Button size="S" variant="ghost" startIcon={<Pencil aria-hidden />} onClick={() => setPreparing(true)}>
                  {t('papers.prepare')}
                </Button>
              </Flex>
            )}
          </Box>
        ))}
      </Flex>
      {mailing && (
        <MailDialog
          {...mailing}
          number={number}
          requester={ticket.requester?.name ?? ticket.contact.name}
          onClose={() => setMailing(null)}
        />
      )}
      {signing && (
        <SignDialog
          number={number}
          kind={signing}
          onClose={() => setSigning(null)}
          onDone={() => {
            setSigning(null);
            papers.refresh();
            onChanged();
          }}
        />
      )}
      {isPreparing && (
        <PrepareDialog
          ticket={ticket}
          onClose={() => setPreparing(false)}
          onDone={() => {
            setPreparing(false);
            papers.refresh();
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}
