import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { TicketSummary } from '../../../domain';
import { LockMark } from '../parts/LockMark';
import { Moment } from '../parts/Moment';
import { useWords } from '../words';
import { QUEUE } from './place';

const Title = styled(Link)`
  color: ${({ theme }) => theme.colors.neutral800};
  font-weight: 600;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: 1.4;
  text-decoration: none;
  display: -webkit-box;
  -webkit-line-clamp: 2;
  -webkit-box-orient: vertical;
  overflow: hidden;
  overflow-wrap: anywhere;
  &[data-compact='true'] {
    -webkit-line-clamp: 1;
    flex: 1;
  }
  &:hover,
  &:focus-visible {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props {
  readonly ticket: TicketSummary;
  readonly now: number;
  readonly isNew: boolean;
  readonly isCompact?: boolean;
  readonly from: string;
}

/** A ticket's number and title; the one link of its row, which the keyboard walks along. */
export function TicketLink({
  ticket: { number, title, submittedAt, isConfidential },
  now,
  isNew,
  isCompact = false,
  from,
}: Props) {
  const { t } = useWords();
  return (
    <Flex
      direction={isCompact ? 'row' : 'column'}
      alignItems={isCompact ? 'baseline' : 'flex-start'}
      gap={isCompact ? 2 : 1}
    >
      <Flex gap={2} wrap="wrap">
        <Typography variant="pi" textColor="neutral600" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {number}
        </Typography>
        {!isCompact && <Moment at={submittedAt} now={now} />}
        {isConfidential && <LockMark words={t('ticket.confidential')} variant="pi" colour="neutral600" />}
        {isNew && (
          <Typography variant="pi" fontWeight="bold" textColor="primary700">
            {t('queue.justIn')}
          </Typography>
        )}
      </Flex>
      <Title to={`${QUEUE}/tiket/${number}`} state={{ from }} data-ticket={number} data-compact={isCompact}>
        {title}
      </Title>
    </Flex>
  );
}
