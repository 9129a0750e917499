import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import { useWords } from '../words';
import type { ClaimResult } from './useClaim';

const Sticky = styled(Flex)`
  position: sticky;
  bottom: 0;
  z-index: 2;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

interface BarProps {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onClaim: () => void;
  readonly onClear: () => void;
}

/** What can be done with the tickets that are ticked. */
export function BulkBar({ count, isBusy, onClaim, onClear }: BarProps) {
  const { t } = useWords();
  return (
    <Sticky
      role="region"
      aria-label={t('bulk.title')}
      background="neutral0"
      shadow="popupShadow"
      padding={3}
      gap={3}
      wrap="wrap"
      hasRadius
    >
      <Typography variant="omega" fontWeight="semiBold">
        {t('bulk.picked', { count })}
      </Typography>
      <Button size="S" loading={isBusy} onClick={onClaim}>
        {t('bulk.claim')}
      </Button>
      <Button size="S" variant="tertiary" disabled={isBusy} onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </Sticky>
  );
}

interface ReportProps {
  readonly results: readonly ClaimResult[];
  readonly onClose: () => void;
}

/** Ticket by ticket, what became of a bulk claim: whose it is now, and who was faster. */
export function BulkReport({ results, onClose }: ReportProps) {
  const { t } = useWords();
  const won = results.filter(({ lost }) => lost === null).length;
  return (
    <Box role="status" background="neutral0" hasRadius shadow="tableShadow" padding={4} marginBottom={4}>
      <Flex justifyContent="space-between" gap={3} paddingBottom={2} wrap="wrap">
        <Typography tag="h2" variant="delta">
          {t('bulk.result', { won, all: results.length })}
        </Typography>
        <Button size="S" variant="tertiary" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      </Flex>
      <ul>
        {results.map(({ number, lost }) => (
          <Flex key={number} tag="li" gap={2} alignItems="flex-start" paddingTop={1} paddingBottom={1}>
            <Box paddingTop="2px">
              {lost === null ? (
                <CheckCircle width="16" height="16" fill="success600" aria-hidden />
              ) : (
                <WarningCircle width="16" height="16" fill="danger600" aria-hidden />
              )}
            </Box>
            <Typography variant="omega">
              <strong>{number}</strong> · {lost ?? t('bulk.yours')}
            </Typography>
          </Flex>
        ))}
      </ul>
    </Box>
  );
}
