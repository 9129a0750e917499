import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { wibDay, type Refusal } from '../../../../domain';
import type { AuditEntry } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { save } from '../../parts/FileLink';
import { Notice } from '../../parts/Notice';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { AuditFilters, EVERYTHING, type AuditFilter } from './AuditFilters';
import { AuditItem } from './AuditItem';

interface Found {
  readonly entries: readonly AuditEntry[];
  readonly next: number | null;
}
const NOTHING_YET: Found = { entries: [], next: null };
const filled = (filter: AuditFilter): Partial<AuditFilter> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value.trim() !== ''));

function Log() {
  const { t } = useWords();
  const client = useClient();
  const [filter, setFilter] = useState(EVERYTHING);
  const [found, setFound] = useState<Found>(NOTHING_YET);
  const [isBusy, setBusy] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isTaking, setTaking] = useState(false);

  const read = async (wanted: AuditFilter, before: number | null, signal?: AbortSignal) => {
    setBusy(true);
    setRefusal(null);
    try {
      const page = await client.listAudit(
        { ...filled(wanted), ...(before && { before }) },
        { ...(signal && { signal }) },
      );
      if (signal?.aborted) return;
      setFound((earlier) => ({
        entries: before ? [...earlier.entries, ...page.entries] : page.entries,
        next: page.next,
      }));
    } catch (error) {
      if (!signal?.aborted) setRefusal(toRefusal(error));
    } finally {
      if (!signal?.aborted) setBusy(false);
    }
  };
  const take = async () => {
    setTaking(true);
    try {
      const file = await client.exportAudit(filled(filter));
      save(await file.blob(), `jejak-audit-${wibDay(Date.now())}.csv`);
    } catch (error) {
      setRefusal(toRefusal(error));
    }
    setTaking(false);
  };
  useEffect(() => {
    const controller = new AbortController();
    void read(filter, null, controller.signal);
    return () => controller.abort();
  }, [filter, client]);

  return (
    <>
      <AuditFilters onFind={setFilter} />
      <Flex paddingBottom={4} justifyContent="flex-end">
        <Button variant="tertiary" startIcon={<Download />} loading={isTaking} onClick={() => void take()}>
          {t('audit.take')}
        </Button>
      </Flex>
      {refusal && (
        <Notice kind="alarm" action={{ label: t('retry'), run: () => void read(filter, null) }}>
          {refusal.message}
        </Notice>
      )}
      {!isBusy && !refusal && found.entries.length === 0 && (
        <Typography variant="omega" textColor="neutral600">
          {t('audit.none')}
        </Typography>
      )}
      {found.entries.length > 0 && (
        <Box tag="ul" background="neutral0" hasRadius shadow="tableShadow" aria-busy={isBusy}>
          {found.entries.map((entry) => (
            <AuditItem key={entry.id} entry={entry} onUndone={() => void read(filter, null)} />
          ))}
        </Box>
      )}
      {(isBusy || found.next !== null) && (
        <Flex justifyContent="center" paddingTop={4}>
          <Button variant="tertiary" loading={isBusy} onClick={() => void read(filter, found.next)}>
            {t('audit.older')}
          </Button>
        </Flex>
      )}
    </>
  );
}

/** Jejak audit: who did what, to what, when, and what it was before. */
export default function AuditPage() {
  return (
    <SettingsPage title="audit.title" lead="audit.lead">
      <Log />
    </SettingsPage>
  );
}
