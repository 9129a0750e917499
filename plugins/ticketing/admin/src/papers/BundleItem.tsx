import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import type { PaperBundle } from '../../../domain/contract';
import { toRefusal, useClient } from '../api/useClient';
import { Moment } from '../parts/Moment';
import { Notice } from '../parts/Notice';
import { save } from '../parts/FileLink';
import { timeTeller } from '../time';
import { useWords } from '../words';

const isUnderWay = ({ state }: PaperBundle): boolean => state === 'WAITING' || state === 'WORKING';

/** One bundle that was asked for: how far it is, and its file once it is there. */
export function BundleItem({ bundle, label }: { readonly bundle: PaperBundle; readonly label: string }) {
  const { t, language } = useWords();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const fetchZip = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const response = await client.readBundle({ id: bundle.id });
      save(new Blob([await response.arrayBuffer()], { type: 'application/zip' }), `berita-acara-${bundle.from}.zip`);
    } catch (error) {
      setTrouble(toRefusal(error).message);
    } finally {
      setBusy(false);
    }
  };
  const { state, done, total, skipped, size, requestedAt, expiresAt } = bundle;
  return (
    <Box tag="li" padding={4} borderColor="neutral150" style={{ borderWidth: '0 0 1px' }}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Box>
          <Typography variant="delta" tag="h2">
            {label}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('bundles.requested')} <Moment at={requestedAt} />
          </Typography>
        </Box>
        {state === 'READY' && (
          <Button startIcon={<Download />} variant="secondary" loading={isBusy} onClick={() => void fetchZip()}>
            {t('bundles.fetch', { size: timeTeller(language).size(size ?? 0) })}
          </Button>
        )}
      </Flex>
      <Typography variant="omega" tag="p" aria-live="polite">
        {state === 'READY' ? t('bundles.READY', { done, skipped }) : t(`bundles.${state}`, { done, total: total ?? 0 })}
      </Typography>
      {isUnderWay(bundle) && (
        <Box paddingTop={2}>
          <ProgressBar value={total ? Math.round((100 * done) / total) : 0} aria-label={label} />
        </Box>
      )}
      {expiresAt && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('bundles.until')} <Moment at={expiresAt} />
        </Typography>
      )}
      {trouble && <Notice kind="alarm">{trouble}</Notice>}
    </Box>
  );
}
