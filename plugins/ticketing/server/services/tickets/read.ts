import type { Core } from '@strapi/strapi';
import { actionsFor, can, demand, isTold, type TicketDetail, type TimelineEntry } from '../../../domain';
import type { Caller } from '../../caller';
import { connection, type Trx } from '../../database';
import { policyInForce } from '../../policy';
import { service } from '..';
import { attachmentsOf, findTicket, toAttachment, toFacts, toSummary, type TicketRow } from './rows';
import { stateOf } from './settle';

/** The ticket, if this caller may read it. Refuses with `notFound` otherwise, so that numbers reveal nothing. */
export async function readable(strapi: Core.Strapi, caller: Caller, number: string): Promise<TicketRow> {
  const row = await findTicket(connection(strapi), number);
  demand(policyInForce(), caller.actor, 'ticket:read', toFacts(row), caller.now);
  return row;
}

export const read = (strapi: Core.Strapi) => async (caller: Caller, number: string): Promise<TicketDetail> => {
  const row = await readable(strapi, caller, number);
  const policy = policyInForce();
  const facts = toFacts(row);
  const may = (permission: Parameters<typeof can>[2]) => can(policy, caller.actor, permission, facts, caller.now).allowed;
  const [master, entries, files] = await Promise.all([service(strapi, 'master').load(), service(strapi, 'audit').of(connection(strapi) as Trx, number), attachmentsOf(connection(strapi), row.id)]);
  const sla = stateOf(entries, master.clock, caller.now);
  const required = master.services.get(row.category_code)?.service.fields.filter(({ type, required }) => type === 'file' && required) ?? [];
  return {
    ...toSummary(row, caller.now),
    description: row.description, impact: row.impact, urgency: row.urgency,
    requester: row.requester_id && row.requester_name ? { id: row.requester_id, name: row.requester_name } : null,
    contact: { name: row.contact_name, phone: row.contact_phone, email: row.contact_email },
    form: row.form ?? [],
    actions: actionsFor(policy, facts, caller.actor, caller.now),
    may: { comment: may('ticket:comment'), commentInternally: may('ticket:commentInternally'), attach: may('ticket:attach') },
    sla: { response: sla.response, resolution: sla.resolution, pausedMinutes: Math.round(sla.pausedMinutes), isShortNotice: sla.shortNotice, readinessDueAt: row.readiness_due_at?.toISOString() ?? null },
    verifiedAt: row.verified_at?.toISOString() ?? null, firstResponseAt: row.first_response_at?.toISOString() ?? null,
    isCancelRequested: facts.isCancelRequested, reopenCount: row.reopen_count,
    resolutionSummary: row.resolution_summary, workDone: row.work_done, effortMinutes: row.effort_minutes, rating: row.rating, ratingComment: row.rating_comment,
    attachments: files.map((file) => toAttachment(file, caller.actor)),
    missingDocuments: required.filter(({ key }) => !files.some(({ field }) => field === key)).map(({ label }) => label),
  };
};

/** The ticket's history as a conversation. Internal notes only for those who may see them. */
export const timeline = (strapi: Core.Strapi) => async (caller: Caller, number: string): Promise<TimelineEntry[]> => {
  const row = await readable(strapi, caller, number);
  const seesInternal = can(policyInForce(), caller.actor, 'ticket:readInternal', toFacts(row), caller.now).allowed;
  const entries = await service(strapi, 'audit').of(connection(strapi) as Trx, number);
  return entries.filter(({ event, payload }) => isTold(event) && (seesInternal || !payload.isInternal)).map(({ id, event, at, actor_name, actor_role, payload }) => ({
    id, at: at.toISOString(), event, by: { name: actor_name, role: actor_role }, isInternal: payload.isInternal === true,
    status: payload.to && payload.to !== payload.from ? { from: payload.from ?? null, to: payload.to } : null,
    text: payload.text ?? null, facts: payload.facts ?? {},
  }));
};
