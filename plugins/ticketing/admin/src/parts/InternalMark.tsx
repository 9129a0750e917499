import { Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useWords } from '../words';

/** What officers alone see, by a lock and a word. */
export function InternalMark() {
  const { t } = useWords();
  return (
    <Flex tag="span" inline gap={1} background="warning100" hasRadius paddingLeft={2} paddingRight={2}>
      <Lock width="12" height="12" fill="warning700" style={{ flex: 'none' }} aria-hidden />
      <Typography variant="pi" fontWeight="semiBold" textColor="warning700">
        {t('files.internalMark')}
      </Typography>
    </Flex>
  );
}
