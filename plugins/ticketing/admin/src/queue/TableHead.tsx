import { Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Sort } from './tabs';

const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  border: 0;
  padding: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-transform: inherit;
  letter-spacing: inherit;
  cursor: pointer;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** What a column can sort by. */
export type SortedBy = 'number' | 'priority' | 'resolutionDueAt' | 'submittedAt' | 'updatedAt';

/** A column head that sorts; a second press turns the order round. */
export function SortHead({
  label,
  by,
  sort,
  onSort,
  width,
}: {
  readonly label: string;
  readonly by: SortedBy;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly width: string;
}) {
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={direction} style={{ width }}>
      <Typography variant="sigma" textColor="neutral600">
        <SortButton type="button" onClick={() => onSort(direction === 'ascending' ? `-${by}` : by)}>
          {label}
          {direction && <Arrow width="10" height="10" aria-hidden />}
        </SortButton>
      </Typography>
    </th>
  );
}

/** A column head that does not sort. */
export const Head = ({ children, width }: { readonly children: string; readonly width: string }) => (
  <th scope="col" style={{ width }}>
    <Typography variant="sigma" textColor="neutral600">
      {children}
    </Typography>
  </th>
);
