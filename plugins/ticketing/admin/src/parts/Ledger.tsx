import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Pagination } from '../../../domain/contract';
import { ListRow } from './ListRow';
import { Moment } from './Moment';
import { Notice } from './Notice';
import { Pager } from './Pager';

/** To the right of what happened; where there is no room beside it, one line below it. */
const HowAndWhen = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  @media (min-width: 1080px) {
    flex-direction: column;
    align-items: flex-end;
  }
`;

interface LedgerProps<T> {
  readonly name: string;
  readonly page: { readonly rows: readonly T[]; readonly pagination: Pagination };
  readonly onTurn: (page: number) => void;
  /** What stands there while there is nothing. */
  readonly none: string;
  readonly children: (row: T) => ReactNode;
}

/** What happened, one line for each, page by page. */
export function Ledger<T extends { readonly id: number }>({ name, page, onTurn, none, children }: LedgerProps<T>) {
  return (
    <>
      {page.rows.length === 0 && <Notice kind="remark">{none}</Notice>}
      <ul>{page.rows.map(children)}</ul>
      <Pager of={name} pagination={page.pagination} onTurn={onTurn} />
    </>
  );
}

interface LineProps {
  readonly title: string;
  readonly about: readonly (string | null | undefined)[];
  /** Why it ended as it did. */
  readonly reason: string | null;
  readonly isFailed?: boolean;
  readonly state?: string;
  readonly at: string;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** One of them: what it was, whom it concerned and why it ended so to the left; how and when to the right. */
export function LedgerLine({ title, about, reason, isFailed = false, state, at, children }: LineProps) {
  return (
    <ListRow>
      <div style={{ flex: '1 1 32rem', minWidth: 0 }}>
        <Typography tag="p" fontWeight="semiBold">
          {title}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {about.filter(Boolean).join(' · ')}
        </Typography>
        {reason !== null && (
          <Typography tag="p" textColor={isFailed ? 'danger700' : 'neutral700'}>
            {reason}
          </Typography>
        )}
      </div>
      <HowAndWhen>
        {state && <Typography fontWeight="semiBold">{state}</Typography>}
        <Moment at={at} />
        {children}
      </HowAndWhen>
    </ListRow>
  );
}
