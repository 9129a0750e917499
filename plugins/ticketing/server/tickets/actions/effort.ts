import { dayStart, effortIn, parseDay, Refusal, wibDay, type IssueCode } from '../../../domain';
import { entriesOf } from '../../audit/entries';
import { chooseOfficer, type ActionContext, type Effect, type EffectOf } from './effect';

const wrong = (field: string, code: IssueCode, limit?: string | number): Refusal =>
  new Refusal('invalid', { issues: [{ field, code, ...(limit !== undefined && { limit }) }] });

/** A day that has begun, and not before the ticket was filed. */
function dayOf({ caller, ticket, given }: ActionContext): string {
  const day = given.effortDay ?? wibDay(caller.now);
  if (dayStart(parseDay(day)) > caller.now) throw wrong('effortDay', 'inFuture');
  const first = wibDay(ticket.submitted_at.getTime());
  if (day < first) throw wrong('effortDay', 'tooSmall', first);
  return day;
}

/** Nobody works longer in a day; a result may tell of several days at once. */
const MOST_OF_A_DAY = 24 * 60;
function demandADay(minutes: number): void {
  if (minutes > MOST_OF_A_DAY) throw wrong('effortMinutes', 'tooLarge', MOST_OF_A_DAY);
}

/**
 * Working time is an entry of the history and of nothing else: sums, reports and what the ticket shows are derived from
 * it. Requesters do not read who sat how long.
 */
export const EFFORT = {
  recordEffort: async (context): Promise<Effect> => {
    const { desk, caller, ticket, given } = context;
    const minutes = given.effortMinutes ?? 0;
    if (minutes < 1) throw wrong('effortMinutes', 'tooSmall', 1);
    demandADay(minutes);
    const worker = given.effortBy === undefined ? caller.actor : await chooseOfficer(desk, given.effortBy);
    return {
      changes: { effort_minutes: (ticket.effort_minutes ?? 0) + minutes },
      facts: {
        effortMinutes: String(minutes),
        ...(given.effortKind && { effortKind: given.effortKind }),
        effortDay: dayOf(context),
        effortBy: worker.name,
      },
      after: { effortBy: worker.id },
      text: given.reason,
      isInternal: true,
    };
  },
  // What was wrong stays; the entry that says by how much it was wrong lies on the same person and day.
  correctEffort: async ({ trx, ticket, given }): Promise<Effect> => {
    const entry = effortIn(await entriesOf(trx, ticket.number), wibDay).find(({ id }) => id === given.effortEntry);
    if (!entry) throw wrong('effortEntry', 'unknown');
    const minutes = given.effortMinutes ?? 0;
    if (entry.kind) demandADay(minutes);
    const difference = minutes - entry.minutes;
    if (difference === 0) throw wrong('effortMinutes', 'unchanged');
    return {
      changes: { effort_minutes: (ticket.effort_minutes ?? 0) + difference },
      facts: {
        effortMinutes: String(difference),
        ...(entry.kind && { effortKind: entry.kind }),
        effortDay: entry.day,
        effortBy: entry.worker.name,
      },
      after: { effortBy: entry.worker.id, corrects: entry.id },
      text: given.reason,
      isInternal: true,
    };
  },
} as const satisfies Record<string, EffectOf>;
