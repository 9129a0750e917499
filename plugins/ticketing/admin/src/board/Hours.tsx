import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../words';
import type { BoardRow } from './rows';

const Track = styled.div`
  height: 6px;
  margin-top: 4px;
  border-radius: 3px;
  background: ${({ theme }) => theme.colors.neutral200};
  overflow: hidden;
  > div {
    height: 100%;
    background: ${({ theme }) => theme.colors.primary600};
  }
  > div[data-full='true'] {
    background: ${({ theme }) => theme.colors.danger600};
  }
`;

/** Working hours of this month against what there was time for. */
export function Hours({ row: { worked, capacity } }: { readonly row: BoardRow }) {
  const { t } = useWords();
  /** Whole hours, for what is planned by the day. */
  const hours = (minutes: number) => t('board.inHours', { hours: Math.round(minutes / 60) });
  if (capacity === null)
    return (
      <Typography variant="omega" textColor="neutral600">
        {worked > 0 ? hours(worked) : '–'}
      </Typography>
    );
  const share = capacity === 0 ? 0 : Math.round((worked / capacity) * 100);
  return (
    <>
      <Typography variant="omega" tag="div">
        {t('board.hours', { worked: hours(worked), capacity: hours(capacity), share })}
      </Typography>
      <Track aria-hidden>
        <div data-full={share > 100} style={{ width: `${Math.min(100, share)}%` }} />
      </Track>
    </>
  );
}
