import {
  checkForm,
  DAY_MS,
  Refusal,
  formerUnitsOf,
  isOpenOn,
  wibDay,
  wibInstant,
  type FormAnswer,
  type FormValue,
  type SlaPromise,
  type TicketFacts,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import { fits } from '../../domain/pattern';
import type { Caller } from '../database/caller';
import { sql, type Sql } from '../database/sql';
import type { MasterData, UnitRecord } from '../desk/catalogue';
import type { ServiceRecord } from '../desk/catalogue-rows';

type Values = Readonly<Record<string, FormValue>>;

/** A form's local minute is a minute in WIB. */
const instantIn = (value: FormValue | undefined): number | null => {
  if (typeof value !== 'string') return null;
  const at = wibInstant(value);
  return Number.isNaN(at) ? null : at;
};

function chooseService(master: MasterData, code: string): ServiceRecord {
  const offered = master.services.get(code);
  if (!offered) throw new Refusal('unknownCategory', { category: code });
  if (!offered.isActive) throw new Refusal('inactiveCategory', { category: code });
  return offered;
}

/** A clerk files for the own unit; staff say for whom, and how the request came in. */
function chooseUnit(
  master: MasterData,
  { actor, now }: Caller,
  given: string | undefined,
  onBehalf: boolean,
): UnitRecord {
  const code = onBehalf ? given : actor.skpdCode;
  if (onBehalf && !code) throw new Refusal('missingFields', { issues: [{ field: 'skpd', code: 'required' }] });
  if (!code) throw new Refusal('accountWithoutSkpd');
  const unit = master.skpd.get(code);
  if (!unit) throw new Refusal('unknownSkpd', { skpd: code });
  if (!isOpenOn(unit, wibDay(now))) throw new Refusal('inactiveSkpd', { skpd: unit.name });
  return unit;
}

/** An event farther away than this is a typing error, and the clock has no calendar for it. */
const FARTHEST_EVENT_MS = 5 * 366 * DAY_MS;

function eventOf({ eventFields }: ServiceRecord, values: Values, now: number): SlaPromise['event'] {
  const start = eventFields && instantIn(values[eventFields.start]);
  const end = eventFields && instantIn(values[eventFields.end]);
  if (!eventFields || start === null || end === null) return undefined;
  const strange = [
    [eventFields.start, start],
    [eventFields.end, end],
  ].filter(([, at]) => Math.abs(Number(at) - now) > FARTHEST_EVENT_MS);
  if (strange.length)
    throw new Refusal('invalidForm', {
      issues: strange.map(([field]) => ({ field: `form.${field}`, code: 'wrongFormat' })),
    });
  if (end < start)
    throw new Refusal('invalidForm', {
      issues: [{ field: `form.${eventFields.end}`, code: 'tooSmall', limit: String(values[eventFields.start]) }],
    });
  return { start, end };
}

/**
 * The id of a clerk's own account; for a caller, of the account of that unit with the contact's e-mail, so that the
 * person can follow the ticket. An expression, to be found by the statement that needs it.
 */
export function requesterOf({ skpd }: MasterData, { actor, now }: Caller, unit: UnitRecord, email: string | null): Sql {
  if (actor.kind === 'portal') return sql`${actor.id}::int`;
  if (!email) return sql`null::int`;
  // An account made for a unit that has given way is its successor's.
  const ids = [unit.code, ...formerUnitsOf(skpd, unit.code, wibDay(now))].flatMap((code) => skpd.get(code)?.id ?? []);
  return sql`(select id from desk_accounts() where lower(email) = lower(${email}) and skpd_id = any(${ids}::int[]) and
    not blocked limit 1)`;
}

/** What the policy asks of a ticket that was just filed. */
export const factsOfNew = (
  { service }: ServiceRecord,
  unit: UnitRecord,
  teamCode: string | null,
  requesterId: number | null,
): TicketFacts => ({
  status: 'NEW',
  skpdCode: unit.code,
  requesterId,
  assigneeId: null,
  teamCode,
  isConfidential: service.isConfidential,
  isCancelRequested: false,
  isOwnFile: null,
  isRated: false,
  hasRatingWords: false,
  ratingChangesUntil: null,
  isServedHere: true,
  helperIds: [],
  isVerified: false,
  pendingApprover: service.approver,
  lacksDisposition: service.requiresDisposition,
  lacksLetter: service.requiresAssignmentLetter,
  missingDocuments: [],
  awaitsReadiness: false,
  unansweredAt: null,
  locksAt: null,
});

/** What was asked for, checked against the catalogue; `values` are the form's answers by key. */
export interface Choice {
  readonly offered: ServiceRecord;
  readonly unit: UnitRecord;
  readonly event: SlaPromise['event'];
  readonly answers: readonly FormAnswer[];
}

/** Service, unit, answers and event of a request; refuses what the catalogue does not offer or the form does not take. */
export function choose(
  master: MasterData,
  caller: Caller,
  { category, skpd, form }: Pick<Parsed<'submitTicket'>, 'category' | 'skpd' | 'form'>,
  onBehalf: boolean,
): Choice {
  const offered = chooseService(master, category);
  const unit = chooseUnit(master, caller, skpd, onBehalf);
  const { fields } = offered.service;
  const { values, issues } = checkForm(fields, form, caller.now, fits);
  if (issues.length)
    throw new Refusal('invalidForm', {
      issues,
      labels: Object.fromEntries(fields.map(({ key, label }) => [`form.${key}`, label])),
    });
  const answers = fields.flatMap(({ key, label }): FormAnswer[] => {
    const value = values[key];
    return value === undefined ? [] : [{ key, label, value }];
  });
  return { offered, unit, event: eventOf(offered, values, caller.now), answers };
}
