import { Flex, Loader } from '@strapi/design-system';
import { useWords } from '../words';

/** What a page is made of is on its way. */
export function Waiting() {
  const { t } = useWords();
  return (
    <Flex justifyContent="center" padding={8}>
      <Loader>{t('loading')}</Loader>
    </Flex>
  );
}
