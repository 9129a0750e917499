import { Button, Flex, Typography } from '@strapi/design-system';
import type { Pagination } from '../../../domain/contract';
import { useWords } from '../words';

interface Props {
  /** Of which list: one page may have several. */
  readonly of: string;
  readonly pagination: Pagination;
  readonly onTurn: (page: number) => void;
}

/** Turns the pages of a list whose page is in no address; nothing where there is one page. */
export function Pager({ of, pagination: { page, pageCount }, onTurn }: Props) {
  const { t } = useWords();
  // A list may have shrunk below the page that is shown: from there the way back stays open.
  if (pageCount <= 1 && page === 1) return null;
  return (
    <Flex tag="nav" aria-label={`${t('pages.title')}: ${of}`} gap={3} paddingTop={4} alignItems="center" wrap="wrap">
      <Button variant="tertiary" disabled={page === 1} onClick={() => onTurn(page - 1)}>
        {t('pages.previous')}
      </Button>
      <Button variant="tertiary" disabled={page >= pageCount} onClick={() => onTurn(page + 1)}>
        {t('pages.next')}
      </Button>
      <Typography variant="omega">{t('pages.page', { page, count: Math.max(page, pageCount) })}</Typography>
    </Flex>
  );
}
