import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { useWords } from '../../words';
import type { Done } from './useBulk';

interface Props {
  readonly done: Done;
  readonly onClose: () => void;
}

/** Ticket by ticket, what became of it: what was done, and who was faster. */
export function BulkReport({ done: { deed, outcomes }, onClose }: Props) {
  const { t } = useWords();
  const count = outcomes.filter(({ lost }) => lost === null).length;
  return (
    <Box
      role="status"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
      marginBottom={4}
      data-bulk-report={deed}
    >
      <Flex justifyContent="space-between" gap={3} paddingBottom={2} wrap="wrap">
        <Typography tag="h2" variant="delta">
          {t(`bulk.done.${deed}`, { count, all: outcomes.length })}
        </Typography>
        <Button size="S" variant="tertiary" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      </Flex>
      <ul>
        {outcomes.map(({ number, lost }) => (
          <Flex key={number} tag="li" gap={2} alignItems="flex-start" paddingTop={1} paddingBottom={1}>
            <Box paddingTop="2px">
              {lost === null ? (
                <CheckCircle width="16" height="16" fill="success600" aria-hidden />
              ) : (
                <WarningCircle width="16" height="16" fill="danger600" aria-hidden />
              )}
            </Box>
            <Typography variant="omega">
              <strong>{number}</strong> · {lost ?? t(`bulk.one.${deed}`)}
            </Typography>
          </Flex>
        ))}
      </ul>
    </Box>
  );
}
