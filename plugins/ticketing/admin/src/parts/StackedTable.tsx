import { styled } from 'styled-components';

/**
 * A table where there is room; on a screen narrower than `$below` pixels its rows stand below each other, and each cell
 * says by itself of which column it is (`data-column`).
 */
export const StackedTable = styled.table<{ readonly $below: number }>`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  th,
  td {
    text-align: left;
  }
  td::before {
    content: attr(data-column);
    display: none;
  }
  @media (max-width: ${({ $below }) => $below - 1}px) {
    &,
    tbody,
    tr,
    td,
    tbody th {
      display: block;
      width: auto;
    }
    thead {
      display: none;
    }
    td::before {
      display: block;
      font-size: ${({ theme }) => theme.fontSizes[1]};
      color: ${({ theme }) => theme.colors.neutral600};
    }
  }
`;
