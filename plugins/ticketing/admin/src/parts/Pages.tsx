import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Pagination } from '../../../domain/contract';
import { useWords, type Key } from '../words';

const Step = styled(Link)`
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props {
  readonly pagination: Pagination;
  readonly addressOf: (page: number) => string;
  readonly range?: Key;
}

/** Which part of the list is on screen, and the way to its neighbours. */
export function Pages({
  pagination: { page, pageSize, pageCount, total, isMore },
  addressOf,
  range = 'pages.range',
}: Props) {
  const { t } = useWords();
  return (
    <Flex tag="nav" aria-label={t('pages.title')} justifyContent="space-between" gap={3} paddingTop={4} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {t(range, {
          from: (page - 1) * pageSize + 1,
          to: isMore ? page * pageSize : Math.min(total, page * pageSize),
          total: isMore ? `> ${total}` : total,
        })}
      </Typography>
      {pageCount > 1 && (
        <Flex gap={2}>
          {page > 1 && (
            <Step to={addressOf(page - 1)} rel="prev">
              {t('pages.previous')}
            </Step>
          )}
          {page < pageCount && (
            <Step to={addressOf(page + 1)} rel="next">
              {t('pages.next')}
            </Step>
          )}
        </Flex>
      )}
    </Flex>
  );
}
