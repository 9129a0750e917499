import { Box, Button, Flex } from '@strapi/design-system';
import { Cross, Filter } from '@strapi/icons';
import { useIsDesktop } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../words';
import { FilterChoices, type FilterProps } from './FilterChoices';
import { MoreChoices } from './MoreChoices';
import { filterCount, moreCount, UNFILTERED } from './place';
import { SearchBox } from './SearchBox';

const Grid = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  align-items: end;
  > :first-child,
  > button {
    grid-column: 1 / -1;
  }
  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
    > :first-child {
      grid-column: span 2;
    }
  }
`;

/**
 * Narrows the list. Every choice has its label and can be taken back alone or all together; on a phone they fold away.
 */
export function FilterBar({ place, onChange }: FilterProps) {
  const { t } = useWords();
  const isWide = useIsDesktop();
  const [isUnfolded, setUnfolded] = useState(false);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const count = filterCount(place);
  const isMore = isMoreOpen || moreCount(place) > 0;
  return (
    <Box tag="search" aria-label={t('queue.filters')} paddingTop={4} paddingBottom={4} display="block">
      <Grid>
        <SearchBox value={place.q} onSearch={(q) => onChange({ q, page: 1 })} />
        {!isWide && (
          <Button
            variant="tertiary"
            startIcon={<Filter />}
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {count > 0 ? t('filter.foldedCount', { count }) : t('filter.folded')}
          </Button>
        )}
        {(isWide || isUnfolded) && <FilterChoices place={place} onChange={onChange} />}
        {isWide && moreCount(place) === 0 && (
          <div>
            <Button
              fullWidth
              variant="tertiary"
              size="S"
              aria-expanded={isMore}
              onClick={() => setMoreOpen(!isMoreOpen)}
            >
              {t('filter.more')}
            </Button>
          </div>
        )}
        {(isWide ? isMore : isUnfolded) && <MoreChoices place={place} onChange={onChange} />}
      </Grid>
      {count > 0 && (
        <Flex paddingTop={3}>
          <Button size="S" variant="tertiary" startIcon={<Cross />} onClick={() => onChange(UNFILTERED)}>
            {t('filter.clearAll')}
          </Button>
        </Flex>
      )}
    </Box>
  );
}
