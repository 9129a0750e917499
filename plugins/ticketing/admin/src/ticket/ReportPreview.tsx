import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { dayInWords, isStatement, wibDay, type TicketDetail } from '../../../domain';
import { useNow } from '../live/useNow';
import { useWords } from '../words';
import type { Typed } from './action-fields';

/** Paper is white and its ink black, whatever the panel's colours are. */
const Sheet = styled.div`
  background: #fff;
  color: #000;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  padding: ${({ theme }) => theme.spaces[5]};
  font-family: Arial, Arimo, sans-serif;
  font-size: 1.3rem;
  line-height: 1.45;
  max-height: 36rem;
  overflow: auto;
  overflow-wrap: anywhere;
  h3,
  h4 {
    font-weight: 700;
  }
  h3 {
    text-align: center;
    margin-bottom: 0.8em;
  }
  h4 {
    margin-top: 0.8em;
  }
  p {
    white-space: pre-wrap;
  }
  [data-empty] {
    color: #666;
  }
`;

/** How what is being typed will stand in the Berita Acara, which is in Indonesian whatever the panel speaks. */
export function ReportPreview({ ticket, typed }: { readonly ticket: TicketDetail; readonly typed: Typed }) {
  const { t } = useWords();
  const now = useNow();
  const day = wibDay(ticket.resolvedAt ? Date.parse(ticket.resolvedAt) : now);
  const result = typed.resolutionSummary?.trim() ?? '';
  const work = typed.workDone?.trim() ?? '';
  return (
    <Box data-report-preview>
      <Typography variant="sigma" textColor="neutral600" tag="p" paddingBottom={2}>
        {t('papers.previewTitle')}
      </Typography>
      <Sheet lang="id" tabIndex={0} role="region" aria-label={t('papers.previewTitle')}>
        <h3>BERITA ACARA PENYELESAIAN PEKERJAAN LAYANAN TIK</h3>
        <p>{`Pada hari ini ${dayInWords(day)}, kami yang bertanda tangan di bawah ini:`}</p>
        <p>{`1. ${ticket.assignee?.name ?? '…'}, PIHAK KESATU (pelaksana);`}</p>
        <p>{`2. ${ticket.contact.name}, ${ticket.skpd.name}, PIHAK KEDUA (pemohon);`}</p>
        <p>{`${ticket.number}: ${ticket.title}`}</p>
        <h4>Uraian tindakan</h4>
        <p data-empty={work ? undefined : ''}>{work || 'Tindakan tercakup dalam hasil pekerjaan.'}</p>
        <h4>Hasil pekerjaan</h4>
        <p data-empty={result ? undefined : ''}>{result || '…'}</p>
      </Sheet>
      {result && !isStatement(result) && (
        <Typography variant="pi" textColor="warning700" tag="p" paddingTop={2} role="status">
          {t('papers.sayMore')}
        </Typography>
      )}
    </Box>
  );
}
