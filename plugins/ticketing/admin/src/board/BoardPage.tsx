import { Flex, Main, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { wibDay, type TicketSummary } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { Heading } from '../frame/Heading';
import { useLive } from '../live/useLive';
import { useNow } from '../live/useNow';
import { Body } from '../parts/Body';
import { Loaded } from '../parts/Loaded';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';
import { BoardTable } from './BoardTable';
import { MoveDialog } from './MoveDialog';
import { boardRows, NOBODY, type BoardRow, type Side } from './rows';
import { RowTickets } from './RowTickets';
import { useMove } from './useMove';

const keyOf = (side: Side, code: string): string => `${side}:${code}`;

/** Papan tim: who has how much, and giving it to somebody else. */
export function BoardPage() {
  const { t, w } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const now = useNow();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([keyOf('officer', NOBODY)]));
  const [round, setRound] = useState(0);
  const [dragged, setDragged] = useState<TicketSummary | null>(null);
  const [asking, setAsking] = useState<TicketSummary | null>(null);
  const today = wibDay(now);
  const live = useLive(
    `board.${today}`,
    async (signal) => {
      const days = { report: 'workload', from: `${today.slice(0, 7)}-01`, to: today } as const;
      return {
        officer: boardRows(await client.getReport({ ...days, by: 'officer' }, { signal }), t('queue.nobody')),
        team: boardRows(await client.getReport({ ...days, by: 'team' }, { signal }), t('filter.noTeam')),
      };
    },
    { every: 60_000, keepsEarlier: true },
  );
  const moving = useMove(() => {
    setRound((before) => before + 1);
    live.refresh();
  });
  const mayMove = may('ticket:assign');
  const toggle = (side: Side) => (code: string) => {
    const key = keyOf(side, code);
    setOpen((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  };
  const targetOf = (side: Side, { code, name }: BoardRow) => ({ side, code, name });
  const table = (side: Side, title: string, rows: readonly BoardRow[]) => (
    <BoardTable
      title={title}
      side={side}
      rows={rows}
      open={new Set(rows.map(({ code }) => code).filter((code) => open.has(keyOf(side, code))))}
      onToggle={toggle(side)}
      takes={(row) => dragged !== null && moving.canMove(dragged, targetOf(side, row))}
      onDrop={(row) => {
        if (dragged) void moving.move(dragged, targetOf(side, row));
        setDragged(null);
      }}
      tickets={(row) => (
        <RowTickets
          side={side}
          row={row}
          now={now}
          busy={moving.busy}
          round={round}
          onMove={mayMove ? setAsking : undefined}
          onDrag={setDragged}
        />
      )}
    />
  );
  return (
    <Main>
      <Heading
        title={t('board.title')}
        backTo={QUEUE}
        below={
          <Typography variant="omega" textColor="neutral600">
            {t(mayMove ? 'board.lead' : 'board.leadReading')}
          </Typography>
        }
      />
      <Body>
        <Loaded live={live}>
          {(board) => (
            <>
              <Flex direction="column" alignItems="stretch" gap={6}>
                {table('officer', w.role.OFFICER, board.officer)}
                {table('team', w.field.team, board.team)}
              </Flex>
              {asking && (
                <MoveDialog ticket={asking} teams={board.team} moving={moving} onClose={() => setAsking(null)} />
              )}
            </>
          )}
        </Loaded>
      </Body>
    </Main>
  );
}
