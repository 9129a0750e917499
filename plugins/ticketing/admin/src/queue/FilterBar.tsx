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
  > :first-child {
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
  const search = <SearchBox value={place.q} onSearch={(q) => onChange({ q, page: 1 })} />;
  return (
    <Box
      tag="search"
      aria-label={t('queue.filters')}
      paddingTop={{ initial: 3, large: 4 }}
      paddingBottom={{ initial: 2, large: 4 }}
      display="block"
    >
      <Grid>
        {isWide ? (
          search
        ) : (
          <Flex gap={2} alignItems="flex-end">
            <Box flex="1">{search}</Box>
            <Button
              variant={count > 0 ? 'secondary' : 'tertiary'}
              aria-label={count > 0 ? t('filter.foldedCount', { count }) : t('filter.folded')}
              aria-expanded={isUnfolded}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              <Filter aria-hidden /> {count > 0 && count}
            </Button>
          </Flex>
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
