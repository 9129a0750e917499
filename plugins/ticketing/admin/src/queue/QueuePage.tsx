import { Button, EmptyStateLayout, Flex, Main } from '@strapi/design-system';
import { GridFour, Plus, Question } from '@strapi/icons';
import { useIsDesktop } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { useCatalog } from '../live/useCatalog';
import { useLive } from '../live/useLive';
import { useNow } from '../live/useNow';
import { useShortcuts } from '../live/useShortcuts';
import { approverIn } from '../parts/approver';
import { Announcer } from '../parts/Announcer';
import { Body } from '../parts/Body';
import { Heading } from '../frame/Heading';
import { Notice } from '../parts/Notice';
import { Waiting } from '../parts/Waiting';
import { useWords } from '../words';
import { isPickable } from './bulk/bulk-actions';
import { BulkBar } from './bulk/BulkBar';
import { BulkReport } from './bulk/BulkReport';
import type { Done } from './bulk/useBulk';
import { columnsOf } from './columns';
import { FilterBar } from './FilterBar';
import { KeyHelp } from '../parts/KeyHelp';
import { Pages } from '../parts/Pages';
import { isFiltered, questionOf, QUEUE, readPlace, UNFILTERED, writePlace, type Place } from './place';
import { SEARCH_ID } from './SearchBox';
import { TabBar } from './TabBar';
import { TicketCards } from './TicketCards';
import { TicketTable } from './TicketTable';
import { useArrivals } from './useArrivals';
import { useClaim } from './useClaim';
import { ViewBar } from './views/ViewBar';
import { useHeld } from './useHeld';
import { NOTHING_PICKED, usePicked } from './usePicked';
import { useRowFocus } from '../live/useRowFocus';
import { keepWalk } from '../live/walk';

/** Antrian: what came in, what is mine, what is late. */
export function QueuePage() {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  const { search } = useLocation();
  const navigate = useNavigate();
  const desk = useDesk();
  const client = useClient();
  const now = useNow();
  const isWide = useIsDesktop();
  const place = useMemo(() => readPlace(new URLSearchParams(search)), [search]);
  const address = writePlace(place);
  const list = useLive(
    `queue.${desk.me.actor.id}.${address}`,
    (signal) => client.listTickets(questionOf(place, desk), { signal }),
    { keepsEarlier: true, hears: () => true },
  );
  const holding = useHeld(address, list.data?.rows, desk.me.actor);
  const rows = holding.shown;
  const arrived = useArrivals(address, list.isStale ? undefined : list.data?.rows);

  useEffect(() => {
    if (rows) keepWalk(rows.map(({ number }) => number));
  }, [rows]);

  const [round, setRound] = useState(0);
  const { refresh } = list;
  const settle = useCallback(() => {
    refresh();
    setRound((before) => before + 1);
  }, [refresh]);
  const { pending, claim, release } = useClaim(settle);
  const take = async (number: string) => {
    holding.hold(number);
    holding.settle(number, await claim(number));
  };
  const giveBack = async (number: string) => {
    if (await release(number)) holding.drop(number);
  };
  const canClaim = useCallback(
    (ticket: Parameters<typeof desk.offers>[0]) =>
      ticket.status !== 'WAITING_REQUESTER' && desk.offers(ticket, 'claim'),
    [desk],
  );
  const canPick = useCallback((ticket: Parameters<typeof desk.offers>[0]) => isPickable(desk, ticket), [desk]);
  const { picked, pick } = usePicked(address, rows, canPick);
  const [done, setDone] = useState<Done | null>(null);

  const [isHelping, setHelping] = useState(false);
  const { move, focused } = useRowFocus(rows);
  const claimFocused = () => {
    const row = rows?.find(({ number }) => number === focused());
    if (row && canClaim(row)) void take(row.number);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    a: claimFocused,
    '/': () => document.getElementById(SEARCH_ID)?.focus(),
    '?': () => setHelping(true),
  });

  const go = (change: Partial<Place>) =>
    navigate(`${QUEUE}?${writePlace({ ...place, ...change })}`, { replace: change.q !== undefined });
  const List = isWide ? TicketTable : TicketCards;
  return (
    <Main>
      <Heading
        title={t('queue.title')}
        actions={
          <>
            {isWide && (
              <Button variant="tertiary" startIcon={<Question />} onClick={() => setHelping(true)}>
                {t('keys.title')}
              </Button>
            )}
            {desk.may('ticket:assign') && (
              <Button variant="tertiary" tag={Link} to={`${QUEUE}/papan`} startIcon={<GridFour />}>
                {t('board.title')}
              </Button>
            )}
            {desk.may('ticket:createOnBehalf') && (
              <Button tag={Link} to={`${QUEUE}/tiket-baru`} startIcon={<Plus />}>
                {t('filing.title')}
              </Button>
            )}
          </>
        }
      />
      <Body>
        <TabBar
          place={place}
          round={round}
          shown={isFiltered(place) || list.isStale ? undefined : list.data?.pagination}
        />
        <FilterBar place={place} onChange={go} />
        <ViewBar place={place} onChange={go} />
        {done && <BulkReport done={done} onClose={() => setDone(null)} />}
        {list.refusal && (
          <Flex paddingBottom={4} direction="column" alignItems="stretch">
            <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
              {list.refusal.message}
            </Notice>
          </Flex>
        )}
        {!rows && !list.refusal && <Waiting />}
        {rows && rows.length > 0 && (
          <List
            rows={rows}
            columns={columnsOf(place.columns)}
            isCompact={place.compact !== ''}
            now={now}
            sort={place.sort}
            onSort={(sort) => go({ sort, page: 1 })}
            picking={{ picked, onPick: pick, canPick }}
            claiming={{
              canClaim,
              approverOf: (code) => approverIn(w, catalog, code),
              pending,
              onClaim: (number) => void take(number),
              mine: holding.mine,
              onRelease: (number) => void giveBack(number),
            }}
            arrived={arrived}
            from={`?${address}`}
            isBusy={list.isStale}
          />
        )}
        {rows?.length === 0 && (
          <EmptyStateLayout
            content={isFiltered(place) ? t('queue.noMatch') : t(`empty.${place.tab}`)}
            action={
              isFiltered(place) ? (
                <Button variant="secondary" onClick={() => go(UNFILTERED)}>
                  {t('filter.clearAll')}
                </Button>
              ) : undefined
            }
          />
        )}
        <BulkBar
          picked={rows?.filter(({ number }) => picked.has(number)) ?? []}
          onDone={(outcome) => {
            pick(NOTHING_PICKED);
            setDone(outcome);
            settle();
          }}
          onClear={() => pick(NOTHING_PICKED)}
        />
        {list.data && list.data.pagination.total > 0 && (
          <Pages pagination={list.data.pagination} addressOf={(page) => `${QUEUE}?${writePlace({ ...place, page })}`} />
        )}
      </Body>
      <Announcer>{arrived.size > 0 ? t('queue.arrived', { count: arrived.size }) : ''}</Announcer>
      {isHelping && <KeyHelp onClose={() => setHelping(false)} />}
    </Main>
  );
}
