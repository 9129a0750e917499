import { deriveSla, type Clock, type SlaEvent, type SlaState, type SlaTarget } from '../../../domain';
import type { AuditRow } from '../audit';

/** Events by which an officer gives the requester a first response. Source: catalogue, "verifikasi awal / komentar publik pertama". */
const RESPONSES: readonly string[] = ['verify', 'claim', 'assign', 'askRequester', 'waitThirdParty', 'resolve', 'reject', 'comment'];
/** Working days after which a resolved ticket locks. */
export const LOCK_AFTER_DAYS = 3;
export const PAUSING = ['WAITING_REQUESTER'] as const;

type Entry = Pick<AuditRow, 'event' | 'at' | 'actor_kind' | 'payload'>;

/** What the submit entry keeps so that deadlines can be derived from history alone. */
export interface SlaFacts { readonly target: SlaTarget; readonly event?: { readonly start: number; readonly end: number } }

/** A ticket's entries, as the clock sees them. */
export const slaHistory = (entries: readonly Entry[]): SlaEvent[] =>
  entries.flatMap(({ event, at, actor_kind, payload }): SlaEvent[] => {
    const instant = at.getTime();
    const sla = payload.after?.['sla'] as SlaFacts | undefined;
    return [
      ...(payload.to && payload.to !== payload.from ? [{ at: instant, kind: 'status' as const, status: payload.to }] : []),
      ...(sla ? [{ at: instant, kind: 'target' as const, target: sla.target, ...(sla.event && { event: sla.event }) }] : []),
      ...(actor_kind === 'staff' && RESPONSES.includes(event) && !payload.isInternal ? [{ at: instant, kind: 'response' as const }] : []),
    ];
  });

export const stateOf = (entries: readonly Entry[], clock: (code: string) => Clock, now: number): SlaState => deriveSla(slaHistory(entries), clock, { pausing: PAUSING }, now);

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The columns that lists read, always equal to what the history derives. */
export function slaColumns(entries: readonly Entry[], clock: (code: string) => Clock, calendar: string, now: number) {
  const state = stateOf(entries, clock, now);
  const working = clock(calendar);
  const start = entries[0]?.at.getTime() ?? now;
  return {
    first_response_at: date(state.respondedAt), resolved_at: date(state.resolvedAt),
    response_due_at: date(state.responseDueAt), readiness_due_at: date(state.readinessDueAt), resolution_due_at: date(state.resolutionDueAt),
    paused_minutes: Math.round(state.pausedMinutes), is_paused: state.paused, is_short_notice: state.shortNotice,
    is_response_late: state.response === 'LATE', is_resolution_late: state.resolution === 'LATE',
    response_minutes: state.respondedAt === null ? null : Math.round(working.measure(start, state.respondedAt)),
    resolution_minutes: state.resolvedAt === null ? null : Math.max(0, Math.round(working.measure(start, state.resolvedAt) - state.pausedMinutes)),
    locks_at: state.resolvedAt === null ? null : new Date(working.addWorkingDays(state.resolvedAt, LOCK_AFTER_DAYS)),
    updated_at: new Date(now),
  };
}
