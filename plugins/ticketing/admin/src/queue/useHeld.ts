import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Person, TicketSummary } from '../../../domain';

/** How long a row stays where it was taken; longer while somebody points at it or stands in it. */
const HELD_MS = 10_000;

interface Held {
  readonly address: string;
  readonly ticket: TicketSummary;
  readonly place: number;
  readonly isMine: boolean;
}
export interface Holding {
  /** The list as it is shown: with what was just taken, where it was. */
  readonly shown: readonly TicketSummary[] | undefined;
  /** Numbers of what was just taken. */
  readonly mine: ReadonlySet<string>;
  readonly hold: (number: string) => void;
  /** It is theirs now, or it is not. */
  readonly settle: (number: string, isMine: boolean) => void;
  readonly drop: (number: string) => void;
}

const isInHand = (number: string): boolean =>
  document.querySelector(`[data-row="${number}"]`)?.matches(':hover, :focus-within') === true;

/**
 * Keeps what is taken from the list where it was for some seconds, so that the next row does not slide under the
 * pointer and is taken as well.
 */
export function useHeld(address: string, rows: readonly TicketSummary[] | undefined, me: Person): Holding {
  const [held, setHeld] = useState<readonly Held[]>([]);
  const drop = useCallback(
    (number: string) => setHeld((before) => before.filter(({ ticket }) => ticket.number !== number)),
    [],
  );
  const here = useMemo(() => held.filter((each) => each.address === address), [held, address]);
  const shown = useMemo(() => {
    if (!rows || here.length === 0) return rows;
    const list = rows.filter(({ number }) => here.every(({ ticket }) => ticket.number !== number));
    for (const { ticket, place, isMine } of [...here].sort((a, b) => a.place - b.place))
      list.splice(place, 0, isMine ? { ...ticket, assignee: { id: me.id, name: me.name } } : ticket);
    return list;
  }, [rows, here, me.id, me.name]);
  const mine = useMemo(() => new Set(here.filter(({ isMine }) => isMine).map(({ ticket }) => ticket.number)), [here]);

  useEffect(() => {
    if (mine.size === 0) return;
    const timer = window.setInterval(() => {
      for (const number of mine) if (!isInHand(number)) drop(number);
    }, HELD_MS);
    return () => window.clearInterval(timer);
  }, [mine, drop]);

  return {
    shown,
    mine,
    drop,
    hold: (number) => {
      const place = shown?.findIndex((row) => row.number === number) ?? -1;
      const ticket = shown?.[place];
      if (ticket) setHeld((before) => [...before, { address, ticket, place, isMine: false }]);
    },
    settle: (number, isMine) =>
      isMine
        ? setHeld((before) => before.map((each) => (each.ticket.number === number ? { ...each, isMine } : each)))
        : drop(number),
  };
}
