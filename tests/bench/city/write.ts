import {
  DEFAULT_SETTINGS,
  proposePriority,
  type HistoryEntry,
  type SlaPromise,
  type Status,
  type TicketEvent,
} from 'strapi-plugin-ticketing/domain';
import { hashOf } from '../../../plugins/ticketing/server/audit/chain.mts';
import { slaColumns } from '../../../plugins/ticketing/server/tickets/sla-columns';
import type { Life, Step } from './life';
import type { City, Person } from './office';

type Columns = Readonly<Record<string, unknown>>;
/** What one step writes, as the use case of that name does. */
interface Effect {
  readonly event: TicketEvent;
  readonly to?: Status;
  readonly text?: string;
  readonly isInternal?: boolean;
  readonly facts?: Readonly<Record<string, string>>;
  readonly changes?: Columns;
}
export interface Written {
  readonly ticket: Columns;
  readonly entries: readonly Columns[];
}

const CLEARED = { rating: null, rating_comment: null, rated_at: null, cancel_requested_at: null };
const instant = (at: number): string => new Date(at).toISOString();

function effectOf(step: Step, ticket: Columns): Effect {
  const at = instant(step.at);
  switch (step.does) {
    case 'claim':
      return {
        ...{ event: 'claim', to: 'IN_PROGRESS', facts: { assignee: step.by.name } },
        changes: { assignee_id: step.by.id, ...(ticket['verified_at'] ? {} : { verified_at: at }) },
      };
    case 'resume':
      return { event: 'resume', to: 'IN_PROGRESS' };
    case 'askRequester':
      return { event: 'askRequester', to: 'WAITING_REQUESTER', text: step.question };
    case 'waitThirdParty':
      return { event: 'waitThirdParty', to: 'WAITING_THIRD_PARTY', text: step.reason, facts: { party: step.party } };
    case 'resolve':
      return {
        ...{ event: 'resolve', to: 'RESOLVED', text: step.summary },
        facts: { workDone: step.workDone, effortMinutes: String(step.effortMinutes) },
        changes: {
          ...{ resolution_summary: step.summary, work_done: step.workDone, ...CLEARED },
          effort_minutes: Number(ticket['effort_minutes'] ?? 0) + step.effortMinutes,
        },
      };
    case 'reject':
      return { event: 'reject', to: 'REJECTED', text: step.reason, changes: { cancel_requested_at: null } };
    case 'cancel':
      return { event: 'cancel', to: 'CANCELLED', text: step.reason, changes: { cancel_requested_at: null } };
    case 'reopen':
      return {
        ...{ event: 'reopen', to: 'IN_PROGRESS', text: step.reason },
        changes: {
          ...{ reopen_count: Number(ticket['reopen_count']) + 1 },
          ...{ rating: null, rating_comment: null, rated_at: null },
        },
      };
    case 'rate':
      return {
        ...{ event: 'rate', to: ticket['status'] as Status, facts: { rating: String(step.rating) } },
        changes: { rating: step.rating, rating_comment: null, rated_at: at },
      };
    case 'comment': {
      const isAnswer = step.by.kind === 'portal' && ticket['status'] === 'WAITING_REQUESTER';
      return {
        ...{ event: 'comment', text: step.body, isInternal: step.internal === true },
        ...(isAnswer && { to: 'IN_PROGRESS' as const }),
      };
    }
  }
}

/** The payload of an action's entry, or of a comment's, which has no columns. */
function payloadOf(effect: Effect, ticket: Columns): HistoryEntry['payload'] {
  const { event, to, text, isInternal, facts, changes = {} } = effect;
  const moved = to && { from: ticket['status'] as Status, to };
  if (event === 'comment') return { text, isInternal, ...moved } as HistoryEntry['payload'];
  const before = Object.fromEntries(Object.keys(changes).map((column) => [column, ticket[column] ?? null]));
  return {
    ...moved,
    ...(text && { text }),
    ...(facts && { facts }),
    before,
    after: changes,
  } as HistoryEntry['payload'];
}

/** A life as rows: the ticket, and its entries in a chain. `id` is the ticket's own. */
export function written(life: Life, city: City, id: number): Written {
  const { number, at, by, service, skpd, impact, urgency, contact, channel, title, description, form, event } = life;
  const priority = proposePriority(impact, urgency);
  const sla: SlaPromise = { target: service.target, ...(event && { event }) };
  const entries: (HistoryEntry & Columns)[] = [];
  let hash: string | null = null;
  const tell = (event: TicketEvent, when: number, who: Person, payload: HistoryEntry['payload']): void => {
    const facts = {
      ...{
        subject_type: 'ticket',
        subject_id: number,
        event,
        at: instant(when),
        actor_kind: who.kind,
        actor_id: who.id,
      },
      ...{ actor_name: who.name, actor_role: who.role, address: null, request_id: `city:${number}`, payload },
    };
    const previous_hash: string | null = hash;
    hash = hashOf(facts, previous_hash);
    const row = { ...facts, previous_hash, hash };
    entries.push({ ...row, event, at: new Date(when), actor_kind: who.kind, payload });
  };
  const told = { title, description, category: service.code, skpd: skpd.code, priority, impact, urgency, contact };
  tell('submit', at, by, {
    ...{ from: null, to: 'NEW', facts: channel === 'WEB' ? {} : { channel } },
    after: { ...told, form, channel, sla },
  } as HistoryEntry['payload']);
  let ticket: Columns = {
    ...{ id, number, title, description, status: 'NEW', priority, impact, urgency, channel, category_id: service.id },
    ...{ skpd_id: skpd.id, team_id: service.team_id, requester_id: by.kind === 'portal' ? by.id : null },
    ...{ contact_name: contact.name, contact_phone: contact.phone, contact_email: contact.email, form },
    ...{ is_confidential: service.isConfidential, submitted_at: instant(at), created_at: instant(at) },
    ...{ published_at: instant(at), updated_at: instant(at), reopen_count: 0 },
    ...(event && { event_starts_at: instant(event.start), event_ends_at: instant(event.end) }),
  };
  for (const step of life.steps) {
    const effect = effectOf(step, ticket);
    tell(effect.event, step.at, step.by, payloadOf(effect, ticket));
    ticket = {
      ...ticket,
      ...effect.changes,
      ...(effect.isInternal ? {} : { updated_at: instant(step.at) }),
      ...(effect.to && { status: effect.to }),
    };
  }
  const last = life.steps.at(-1)?.at ?? at;
  return { ticket: { ...ticket, ...slaColumns(entries, city.clock, DEFAULT_SETTINGS, last) }, entries };
}
