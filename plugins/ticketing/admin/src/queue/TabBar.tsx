import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Pagination } from '../../../domain/contract';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { useWords } from '../words';
import { QUEUE, writePlace, type Place } from './place';
import { filtersOfTab, TAB_NAMES, tabOf, type TabName } from './tabs';

const COUNTED_EVERY_MS = 30_000;

const Bar = styled.nav`
  display: flex;
  overflow-x: auto;
  scrollbar-width: thin;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  a {
    display: inline-flex;
    align-items: center;
    gap: ${({ theme }) => theme.spaces[2]};
    flex: none;
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    text-decoration: none;
    border-bottom: 3px solid transparent;
    margin-bottom: -1px;
  }
  a:hover {
    color: ${({ theme }) => theme.colors.primary600};
  }
  a[aria-current] {
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
  }
  a:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;
const Count = styled.span`
  min-width: 2.2rem;
  padding: 0 ${({ theme }) => theme.spaces[1]};
  border-radius: 1rem;
  text-align: center;
  font-variant-numeric: tabular-nums;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral700};
  background: ${({ theme }) => theme.colors.neutral200};
  &[data-alarm='true'] {
    color: ${({ theme }) => theme.colors.danger700};
    background: ${({ theme }) => theme.colors.danger100};
    box-shadow: inset 0 0 0 1px ${({ theme }) => theme.colors.danger200};
  }
`;

interface Props {
  readonly place: Place;
  /** What the list on screen already knows of its own tab, when nothing narrows it. */
  readonly shown: Pagination | undefined;
  /** Changes when something was done that moves tickets between tabs. */
  readonly round: number;
}

/** The corners of the queue, each with how many tickets lie there. */
export function TabBar({ place, shown, round }: Props) {
  const { t } = useWords();
  const desk = useDesk();
  const client = useClient();
  const names = TAB_NAMES.filter((name) => tabOf(name).isFor(desk));
  const totals = useLive(
    `counts.${desk.me.actor.id}.${round}`,
    async (signal) => {
      const answers = await Promise.all(
        names.map((name) => client.listTickets({ ...filtersOfTab(name, desk), pageSize: 1 }, { signal })),
      );
      return Object.fromEntries(names.map((name, index) => [name, answers[index]?.pagination])) as Partial<
        Record<TabName, Pagination>
      >;
    },
    { every: COUNTED_EVERY_MS, keepsEarlier: true },
  );

  return (
    <Bar aria-label={t('queue.tabs')}>
      {names.map((name) => {
        const found = name === place.tab ? (shown ?? totals.data?.[name]) : totals.data?.[name];
        const to = `${QUEUE}?${writePlace({ ...place, tab: name, status: '', sort: tabOf(name).sort, page: 1 })}`;
        return (
          <Link key={name} to={to} aria-current={name === place.tab ? 'page' : undefined}>
            {t(tabOf(name).label)}
            {found && (
              <Count data-alarm={name === 'overdue' && found.total > 0}>
                {found.total}
                {found.isMore && '+'}
              </Count>
            )}
          </Link>
        );
      })}
    </Bar>
  );
}
