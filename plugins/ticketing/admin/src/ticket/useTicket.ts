import { useCallback } from 'react';
import type { LiveEvent, TicketDetail, TimelineEntry } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { useLive, type Live } from '../live/useLive';

/** One ticket and its history, both kept fresh. */
export interface OpenTicket {
  readonly ticket: Live<TicketDetail>;
  readonly timeline: Live<TimelineEntry[]>;
  /** The server's answer to something this officer just did. */
  readonly accept: (ticket: TicketDetail) => void;
  readonly refresh: () => void;
}

export function useTicket(number: string): OpenTicket {
  const client = useClient();
  const { me } = useDesk();
  const hears = (event: LiveEvent | null) => event === null || event.number === number;
  const ticket = useLive(`ticket.${me.actor.id}.${number}`, (signal) => client.getTicket({ number }, { signal }), {
    hears,
  });
  const timeline = useLive(
    `timeline.${me.actor.id}.${number}`,
    (signal) => client.getTimeline({ number }, { signal }),
    { hears },
  );
  const { replace, refresh: refreshTicket } = ticket;
  const { refresh: refreshTimeline } = timeline;
  const accept = useCallback(
    (fresh: TicketDetail) => {
      replace(fresh);
      refreshTimeline();
    },
    [replace, refreshTimeline],
  );
  const refresh = useCallback(() => {
    refreshTicket();
    refreshTimeline();
  }, [refreshTicket, refreshTimeline]);
  return { ticket, timeline, accept, refresh };
}
