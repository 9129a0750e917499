import type { Clock } from './calendar';
import { pendingDue, warningKey, type Due, type DueWarning, type Waiting } from './due';
import type { TicketEvent } from './events';
import type { DeskSettings } from './settings';
import { deriveSla, type SlaEvent, type SlaPromise, type SlaState } from './sla';
import type { Status } from './status';

/** What a ticket's audit entry must hold so that SLA, waiting and due times can be derived from history alone. */
export interface HistoryEntry {
  readonly event: TicketEvent;
  readonly at: Date;
  /** `portal`, `staff` or `system`, as the entry's row has it. */
  readonly actor_kind: string;
  readonly payload: {
    readonly from?: Status | null;
    readonly to?: Status;
    readonly isInternal?: boolean;
    /**
     * `sla` holds a promise, `reminder` a reminder's number; a warning keeps its `clock` and `dueAt`, one that the ticket
     * will close `closesAt` (ISO 8601).
     */
    readonly after?: Readonly<Record<string, unknown>>;
  };
}
type ClockOf = (code: string) => Clock;

/**
 * Events by which an officer gives the first response. Source: catalogue, "verifikasi awal / komentar publik pertama".
 */
const RESPONSES: readonly TicketEvent[] = [
  'verify',
  'forward',
  'claim',
  'assign',
  'approve',
  'returnForCompletion',
  'askRequester',
  'waitThirdParty',
  'resolve',
  'reject',
  'comment',
];

const changesStatus = ({ payload: { from, to } }: HistoryEntry): boolean => to !== undefined && to !== from;
const promiseIn = ({ payload }: HistoryEntry): SlaPromise | undefined =>
  payload.after?.['sla'] as SlaPromise | undefined;

/** A ticket's entries, as its clocks see them. */
export const slaHistory = (entries: readonly HistoryEntry[]): SlaEvent[] =>
  entries.flatMap((entry): SlaEvent[] => {
    const { event, actor_kind, payload } = entry;
    const at = entry.at.getTime();
    const promise = promiseIn(entry);
    const isResponse = actor_kind === 'staff' && RESPONSES.includes(event) && !payload.isInternal;
    return [
      ...(payload.to && changesStatus(entry) ? [{ at, kind: 'status' as const, status: payload.to }] : []),
      ...(promise
        ? [{ at, kind: 'target' as const, target: promise.target, ...(promise.event && { event: promise.event }) }]
        : []),
      ...(isResponse ? [{ at, kind: 'response' as const }] : []),
      ...(event === 'confirmReady' ? [{ at, kind: 'ready' as const }] : []),
    ];
  });

/** Where a ticket stands against its SLA at the instant `now`. Throws a `RangeError` where no entry holds a promise. */
export const stateOf = (
  entries: readonly HistoryEntry[],
  clock: ClockOf,
  settings: DeskSettings,
  now: number,
): SlaState => deriveSla(slaHistory(entries), clock, settings, now);

/** The SLA promise in force: the last one made. */
export const promiseOf = (entries: readonly HistoryEntry[]): SlaPromise | undefined => {
  const last = entries.findLast((entry) => promiseIn(entry) !== undefined);
  return last && promiseIn(last);
};

/** Since when the requester is waited for, and how often the system reminded them; null while nobody waits. */
export function waitingOf(entries: readonly HistoryEntry[]): Waiting | null {
  const index = entries.findLastIndex(changesStatus);
  const last = entries[index];
  if (last?.payload.to !== 'WAITING_REQUESTER') return null;
  const since = entries.slice(index + 1);
  const reminders = since.map(({ event, payload }) =>
    event === 'remind' ? Number(payload.after?.['reminder'] ?? 0) : 0,
  );
  const warning = since.findLast(({ event }) => event === 'willClose');
  return {
    since: last.at.getTime(),
    reminders: Math.max(0, ...reminders),
    mayClose: last.event !== 'returnForCompletion',
    closesAt: warning ? Date.parse(String(warning.payload.after?.['closesAt'])) : null,
  };
}

interface ToldWarning {
  readonly clock: DueWarning['clock'];
  readonly dueAt: string;
}
/** The keys of all warnings that were told already. */
export const toldOf = (entries: readonly HistoryEntry[]): Set<string> =>
  new Set(
    entries.flatMap(({ event, payload }) => {
      if (event !== 'slaAtRisk' && event !== 'slaBreach') return [];
      const { clock, dueAt } = payload.after as unknown as ToldWarning;
      return [warningKey({ clock, kind: event === 'slaBreach' ? 'BREACH' : 'AT_RISK', dueAt: Date.parse(dueAt) })];
    }),
  );

/** What is still due on this ticket by itself, the next first. */
export const dueOf = (entries: readonly HistoryEntry[], clock: ClockOf, settings: DeskSettings, now: number): Due[] =>
  pendingDue(
    stateOf(entries, clock, settings, now),
    waitingOf(entries),
    toldOf(entries),
    clock(promiseOf(entries)?.target.calendar ?? ''),
    settings,
    now,
  );
