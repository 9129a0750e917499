import {
  COUNTS,
  DURATION_EDGES,
  edgeOf,
  isOpen,
  measureOf,
  stateOf,
  wibDay,
  DEFAULT_SETTINGS,
  type Clock,
  type CountId,
  type Days,
  type HistoryEntry,
  type MeasureId,
  type Status,
} from '../../plugins/ticketing/domain';

/** An entry of a history, as the log has it. */
export interface Told extends HistoryEntry {
  readonly number: string;
  readonly actor_id: number | null;
}
export interface Service {
  readonly id: number;
  readonly code: string;
  readonly parent: string;
  readonly team: string;
  readonly calendar: string;
  readonly isConfidential: boolean;
}
export interface Office {
  readonly services: readonly Service[];
  readonly teams: readonly { readonly id: number; readonly code: string }[];
  readonly clocks: (code: string) => Clock;
}
interface Move {
  readonly at: number;
  readonly from: Status | null;
  readonly to: Status;
  readonly event: string;
}
/** A ticket as its history alone tells it. */
export interface Life {
  readonly number: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly status: Status;
  readonly isConfidential: boolean;
  readonly isAlways: boolean;
  readonly submittedAt: number;
  readonly moves: readonly Move[];
  readonly effort: readonly { readonly at: number; readonly minutes: number; readonly staff: number | null }[];
  readonly rating: number | null;
  readonly isReopened: boolean;
  readonly answered: { readonly at: number; readonly minutes: number; readonly isLate: boolean } | null;
  readonly resolved: { readonly at: number; readonly minutes: number; readonly isLate: boolean } | null;
  readonly isShortNotice: boolean;
  /** It had ended in another system before anything was promised. */
  readonly isUnpromised: boolean;
}

/** The last word of a history on one thing. */
const lastOf = (entries: readonly Told[], name: string): unknown =>
  entries.findLast(({ payload }) => payload.after && name in payload.after)?.payload.after?.[name] ?? null;

/** Reads a ticket's history from the first entry to the last, and nothing else. */
export function lifeOf(entries: readonly Told[], office: Office, now: number): Life {
  const first = entries[0] as Told;
  const submitted = first.payload.after as { category: string; skpd: string; channel: string };
  const moved = lastOf(entries, 'category_id');
  const service = office.services.find((each) =>
    moved === null ? each.code === submitted.category : each.id === Number(moved),
  ) as Service;
  const team = lastOf(entries, 'team_id');
  const assignee = lastOf(entries, 'assignee_id');
  const moves = entries.flatMap(({ at, event, payload: { from = null, to } }): Move[] =>
    to && to !== from ? [{ at: at.getTime(), from, to, event }] : [],
  );
  const state = stateOf(entries, office.clocks, DEFAULT_SETTINGS, now);
  const promise = entries.findLast(({ payload }) => payload.after?.['sla'])?.payload.after?.['sla'] as {
    target: { calendar: string };
  };
  const clock = office.clocks(promise.target.calendar);
  const status = moves.at(-1)?.to as Status;
  const spent = (until: number) => clock.measure(first.at.getTime(), until);
  return {
    number: first.number,
    status,
    keys: {
      status,
      skpd: submitted.skpd,
      service: service.code,
      category: service.parent,
      priority: String(lastOf(entries, 'priority')),
      channel: submitted.channel,
      officer: assignee === null ? 'none' : String(assignee),
      team: team === null ? service.team : (office.teams.find(({ id }) => id === Number(team))?.code ?? 'none'),
    },
    isConfidential: service.isConfidential || lastOf(entries, 'is_confidential') === true,
    isAlways: clock.isAroundTheClock,
    submittedAt: first.at.getTime(),
    moves,
    effort: entries.flatMap(({ at, actor_kind, actor_id, payload }) => {
      const { facts, after } = payload as {
        facts?: { effortMinutes?: string; effortDay?: string };
        after?: { effortBy?: number };
      };
      const staff = after?.effortBy ?? (actor_kind === 'staff' ? actor_id : null);
      const when = facts?.effortDay ? Date.parse(`${facts.effortDay}T12:00:00+07:00`) : at.getTime();
      return facts?.effortMinutes === undefined ? [] : [{ at: when, minutes: Number(facts.effortMinutes), staff }];
    }),
    rating: lastOf(entries, 'rating') as number | null,
    isReopened: moves.some(({ event }) => event === 'reopen'),
    isShortNotice: state.shortNotice,
    isUnpromised: !state.isPromised,
    answered:
      state.respondedAt === null
        ? null
        : {
            at: state.respondedAt,
            minutes: Math.round(clock.measure(state.promisedAt, state.respondedAt)),
            isLate: state.response === 'LATE',
          },
    resolved:
      state.resolvedAt === null
        ? null
        : {
            at: state.resolvedAt,
            minutes: Math.max(0, Math.round(spent(state.resolvedAt) - state.pausedMinutes)),
            isLate: state.resolution === 'LATE',
          },
  };
}

const isIn = (at: number | undefined, { from, to }: Days): boolean =>
  at !== undefined && wibDay(at) >= from && wibDay(at) <= to;
/** In which status a ticket was when a day ended. */
const statusAfter = ({ moves }: Life, day: string): Status | undefined =>
  moves.findLast(({ at }) => wibDay(at) <= day)?.to;
const bit = (is: boolean): number => (is ? 1 : 0);
const WORKED_ON: readonly Status[] = ['IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY'];

/** What each count is, in the plainest words there are; `null`: not recounted here, for it moves with the clock. */
const NAIVELY: Record<CountId, ((life: Life, days: Days, today: string) => number) | null> = {
  received: (life, days) => bit(isIn(life.submittedAt, days)),
  receivedNew: (life, days) => bit(isIn(life.submittedAt, days) && life.status === 'NEW'),
  receivedInProgress: (life, days) => bit(isIn(life.submittedAt, days) && WORKED_ON.includes(life.status)),
  receivedResolved: (life, days) => bit(isIn(life.submittedAt, days) && life.status === 'RESOLVED'),
  receivedRejected: (life, days) => bit(isIn(life.submittedAt, days) && life.status === 'REJECTED'),
  receivedCancelled: (life, days) => bit(isIn(life.submittedAt, days) && life.status === 'CANCELLED'),
  receivedOverdue: null,
  receivedUnmeasured: (life, days) =>
    bit(isIn(life.submittedAt, days) && life.status === 'RESOLVED' && (life.isShortNotice || life.isUnpromised)),
  receivedLate: (life, days) =>
    bit(isIn(life.submittedAt, days) && life.status === 'RESOLVED' && !life.isShortNotice && !!life.resolved?.isLate),
  answered: (life, days) => bit(isIn(life.answered?.at, days)),
  answeredLate: (life, days) => bit(isIn(life.answered?.at, days) && !!life.answered?.isLate),
  resolved: (life, days) => bit(life.status === 'RESOLVED' && isIn(life.resolved?.at, days)),
  resolvedUnmeasured: (life, days) =>
    bit(life.status === 'RESOLVED' && isIn(life.resolved?.at, days) && (life.isShortNotice || life.isUnpromised)),
  resolvedLate: (life, days) =>
    bit(life.status === 'RESOLVED' && isIn(life.resolved?.at, days) && !life.isShortNotice && !!life.resolved?.isLate),
  resolvedAgain: (life, days) => bit(life.status === 'RESOLVED' && isIn(life.resolved?.at, days) && life.isReopened),
  rated: (life, days) => bit(life.status === 'RESOLVED' && isIn(life.resolved?.at, days) && life.rating !== null),
  dissatisfied: (life, days) =>
    bit(life.status === 'RESOLVED' && isIn(life.resolved?.at, days) && life.rating !== null && life.rating < 3),
  opened: ({ moves }, days) =>
    moves.filter(({ at, from, to }) => isIn(at, days) && isOpen(to) && !(from && isOpen(from))).length,
  closed: ({ moves }, days) =>
    moves.filter(({ at, from, to }) => isIn(at, days) && !isOpen(to) && from && isOpen(from)).length,
  reopened: ({ moves }, days) => moves.filter(({ at, event }) => event === 'reopen' && isIn(at, days)).length,
  replies: ({ moves }, days) => moves.filter(({ at, from }) => from === 'WAITING_REQUESTER' && isIn(at, days)).length,
  effortEntries: ({ effort }, days) => effort.filter(({ at }) => isIn(at, days)).length,
  open: (life, { to }) => bit(isOpen(statusAfter(life, to) ?? 'RESOLVED')),
  openNew: (life, { to }) => bit(statusAfter(life, to) === 'NEW'),
  openInProgress: (life, { to }) => bit(WORKED_ON.some((status) => statusAfter(life, to) === status)),
  inHand: (life, { to }) => bit(statusAfter(life, to) === 'IN_PROGRESS'),
  waitingRequester: (life, { to }) => bit(statusAfter(life, to) === 'WAITING_REQUESTER'),
  waitingThirdParty: (life, { to }) => bit(statusAfter(life, to) === 'WAITING_THIRD_PARTY'),
  overdue: null,
  dueToday: null,
  unassigned: (life, { to }) => bit(isOpen(statusAfter(life, to) ?? 'RESOLVED') && life.keys['officer'] === 'none'),
  openOneDay: null,
  openFiveDays: null,
  openTwentyDays: null,
  openLonger: null,
};

const count = (id: CountId, lives: readonly Life[], days: Days, today: string): number | null => {
  const naively = NAIVELY[id];
  return naively && lives.reduce((sum, life) => sum + naively(life, days, today), 0);
};

/** What was measured, one number for each time. */
function amounts(of: string, lives: readonly Life[], days: Days): number[] {
  const done = lives.filter(({ status, resolved }) => status === 'RESOLVED' && isIn(resolved?.at, days));
  switch (of) {
    case 'response':
      return lives.flatMap(({ answered }) => (answered && isIn(answered.at, days) ? [answered.minutes] : []));
    case 'resolution':
      return done.flatMap(({ resolved }) => (resolved ? [resolved.minutes] : []));
    case 'rating':
      return done.flatMap(({ rating }) => (rating === null ? [] : [rating]));
    case 'effort':
      return lives.flatMap(({ effort }) => effort.filter(({ at }) => isIn(at, days)).map(({ minutes }) => minutes));
    default:
      return lives.flatMap(({ moves }) =>
        moves.flatMap(({ at, from }, index) =>
          from === 'WAITING_REQUESTER' && isIn(at, days)
            ? [Math.floor((at - (moves[index - 1]?.at ?? at)) / 60_000)]
            : [],
        ),
      );
  }
}

/** The edge that so many percent did not exceed, found by trying every edge. */
const quantile = (values: readonly number[], percent: number): number | null =>
  values.length === 0
    ? null
    : (DURATION_EDGES.find(
        (edge) => values.filter((value) => edgeOf(value) <= edge).length * 100 >= values.length * percent,
      ) ?? null);

/** One number, recounted from histories; undefined where it is not recounted here. */
export function recounted(id: MeasureId, all: readonly Life[], days: Days, today: string): number | null | undefined {
  const measure = measureOf(id);
  if (id in COUNTS) return count(id as CountId, all, days, today) ?? undefined;
  if (measure.is === 'share') {
    const [whole, missed] = [count(measure.whole, all, days, today) ?? 0, count(measure.missed, all, days, today) ?? 0];
    const measured = whole - (measure.apart ? (count(measure.apart, all, days, today) ?? 0) : 0);
    return measured === 0 ? null : Math.round(((measured - missed) / measured) * 1000) / 10;
  }
  if (!('of' in measure) || measure.is === 'oldest') return undefined;
  const clock = measure.only['roundTheClock'];
  const lives = all.filter(({ isAlways }) => clock === undefined || isAlways === (clock === 'true'));
  const values = amounts(measure.of, lives, days);
  const sum = values.reduce((total, value) => total + value, 0);
  if (measure.is === 'sum') return sum;
  if (measure.is === 'median') return quantile(values, 50);
  if (measure.is === 'p90') return quantile(values, 90);
  const digits = measure.unit === 'rating' ? 100 : 1;
  return values.length === 0 ? null : Math.round((sum / values.length) * digits) / digits;
}
