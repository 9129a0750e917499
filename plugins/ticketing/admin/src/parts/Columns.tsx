import { styled } from 'styled-components';

/**
 * What there is, and beside it where one more is made; below each other on a narrow screen. `$areEven` where both sides
 * say as much.
 */
export const Columns = styled.div<{ readonly $areEven?: boolean }>`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: minmax(0, 1fr);
  align-items: start;
  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: ${({ $areEven }) => ($areEven ? 'repeat(2, minmax(0, 1fr))' : 'minmax(0, 3fr) minmax(0, 2fr)')};
  }
`;
