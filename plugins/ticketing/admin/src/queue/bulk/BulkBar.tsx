import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { TicketSummary } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { StickyBar } from '../../parts/StickyBar';
import { useWords } from '../../words';
import { actionOn, BULK, BULKS, type Bulk } from './bulk-actions';
import { BulkDialog, type Asking } from './BulkDialog';
import { useBulk, type Done, type Given } from './useBulk';

interface Props {
  readonly picked: readonly TicketSummary[];
  readonly onDone: (done: Done) => void;
  readonly onClear: () => void;
}

/** What can be done with the tickets that are ticked, and with how many of them. */
export function BulkBar({ picked, onDone, onClear }: Props) {
  const { t } = useWords();
  const desk = useDesk();
  const { progress, run } = useBulk();
  const [asking, setAsking] = useState<Asking | null>(null);
  // What is being worked on leaves the list meanwhile, ticket by ticket.
  const [working, setWorking] = useState<readonly TicketSummary[] | null>(null);
  const tickets = working ?? picked;
  const open = (bulk: Bulk) => tickets.filter((ticket) => actionOn(desk, ticket, bulk) !== undefined);
  const carryOut = async (bulk: Bulk, given: Given) => {
    setWorking(tickets);
    const done = await run(bulk, open(bulk), given);
    setWorking(null);
    setAsking(null);
    onDone(done);
  };
  if (tickets.length === 0) return null;
  return (
    <StickyBar label={t('bulk.title')}>
      <Typography variant="omega" fontWeight="semiBold" role="status">
        {progress ? t('bulk.progress', progress) : t('bulk.picked', { count: tickets.length })}
      </Typography>
      {BULKS.map((bulk) => {
        const count = open(bulk).length;
        return (
          count > 0 && (
            <Button
              key={bulk}
              size="S"
              variant={bulk === 'claim' ? 'default' : 'secondary'}
              disabled={progress !== null}
              onClick={() => (bulk === 'claim' ? void carryOut(bulk, {}) : setAsking(bulk))}
            >
              {count === tickets.length ? t(BULK[bulk].label) : t('bulk.some', { action: t(BULK[bulk].label), count })}
            </Button>
          )
        );
      })}
      <Button size="S" variant="tertiary" disabled={progress !== null} onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      {asking && (
        <BulkDialog
          asking={asking}
          tickets={open(asking)}
          onRun={(given) => carryOut(asking, given)}
          onClose={() => setAsking(null)}
        />
      )}
    </StickyBar>
  );
}
