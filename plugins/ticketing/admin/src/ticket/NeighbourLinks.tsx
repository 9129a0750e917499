import { Flex, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { Link, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Neighbours } from '../live/walk';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';

const Way = styled(Link)`
  display: inline-grid;
  place-items: center;
  width: 3.2rem;
  height: 3.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral700};
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The ways to the tickets before and after this one, in the list it was opened from. */
export function NeighbourLinks({ neighbours: { previous, next, place, count } }: { readonly neighbours: Neighbours }) {
  const { t } = useWords();
  const { state } = useLocation();
  const way = (number: string | undefined, label: string, Arrow: typeof ArrowLeft) =>
    number && (
      <Way
        to={`${QUEUE}/tiket/${number}`}
        state={state}
        aria-label={`${label}: ${number}`}
        title={`${label}: ${number}`}
      >
        <Arrow width="14" height="14" aria-hidden />
      </Way>
    );
  return (
    <Flex role="group" gap={2} aria-label={t('walk.title')}>
      {way(previous, t('walk.previous'), ArrowLeft)}
      <Typography variant="pi" textColor="neutral600" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('walk.place', { place, count })}
      </Typography>
      {way(next, t('walk.next'), ArrowRight)}
    </Flex>
  );
}
