import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { TicketSummary } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { newKey } from '../../api/useKey';
import { StickyBar } from '../../parts/StickyBar';
import { useWords } from '../../words';
import { AnswerDialog } from './AnswerDialog';
import { actionOn, BULK, BULKS, isOpenTo, type Bulk } from './bulk-actions';
import { BulkDialog, type Given } from './BulkDialog';
import { useBulk, type Done, type Errand } from './useBulk';

/** On a phone one line that is pushed sideways: three lines of buttons would cover the tickets they are about. */
const Deeds = styled.div`
  display: contents;
  @media (max-width: 767px) {
    display: flex;
    flex: 1 1 100%;
    order: 1;
    gap: ${({ theme }) => theme.spaces[2]};
    /* Room for the ring of what has the focus. */
    padding: 3px;
    overflow-x: auto;
    > button {
      flex: none;
    }
  }
`;

interface Props {
  readonly picked: readonly TicketSummary[];
  readonly onDone: (done: Done) => void;
  readonly onClear: () => void;
}

/** What can be done with the tickets that are ticked, and with how many of them. */
export function BulkBar({ picked, onDone, onClear }: Props) {
  const { t } = useWords();
  const desk = useDesk();
  const client = useClient();
  const { progress, run: runAll } = useBulk();
  const [asking, setAsking] = useState<Exclude<Bulk, 'claim'> | null>(null);
  // What is being worked on leaves the list meanwhile, ticket by ticket.
  const [working, setWorking] = useState<readonly TicketSummary[] | null>(null);
  const tickets = working ?? picked;
  const open = (bulk: Bulk) => tickets.filter((ticket) => isOpenTo(desk, ticket, bulk));
  const carryOut = async (bulk: Bulk, errands: readonly Errand[]) => {
    setWorking(tickets);
    const done = await runAll(bulk, errands);
    setWorking(null);
    setAsking(null);
    onDone(done);
  };
  const act = (bulk: Bulk, given: Given) =>
    carryOut(
      bulk,
      open(bulk).flatMap((ticket) => {
        const { number } = ticket;
        const action = actionOn(desk, ticket, bulk);
        if (!action) return [];
        const run = async () =>
          void (await client.actOnTicket({ number, action, ...given }, { idempotencyKey: newKey() }));
        return [{ number, run }];
      }),
    );
  if (tickets.length === 0) return null;
  return (
    <StickyBar label={t('bulk.title')}>
      <Typography variant="omega" fontWeight="semiBold" role="status">
        {progress ? t('bulk.progress', progress) : t('bulk.picked', { count: tickets.length })}
      </Typography>
      <Deeds>
        {BULKS.map((bulk) => {
          const count = open(bulk).length;
          return (
            count > 0 && (
              <Button
                key={bulk}
                size="S"
                variant={bulk === 'claim' ? 'default' : 'secondary'}
                disabled={progress !== null}
                onClick={() => (bulk === 'claim' ? void act(bulk, {}) : setAsking(bulk))}
              >
                {count === tickets.length
                  ? t(BULK[bulk].label)
                  : t('bulk.some', { action: t(BULK[bulk].label), count })}
              </Button>
            )
          );
        })}
      </Deeds>
      <Button size="S" variant="tertiary" disabled={progress !== null} onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      {asking === 'answer' && (
        <AnswerDialog
          tickets={open('answer')}
          onRun={(errands) => carryOut('answer', errands)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking && asking !== 'answer' && (
        <BulkDialog
          asking={asking}
          tickets={open(asking)}
          onRun={(given) => act(asking, given)}
          onClose={() => setAsking(null)}
        />
      )}
    </StickyBar>
  );
}
