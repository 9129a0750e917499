import type { Core } from '@strapi/strapi';
import { can, demand, isTold, wordFacts, type TimelineEntry } from '../../../domain';
import type { Caller } from '../../caller';
import { connection, type Trx } from '../../database';
import { service } from '..';
import { findTicket, toFacts, type TicketRow } from './rows';

/** The ticket, if this caller may read it. Refuses with `notFound` otherwise, so that numbers reveal nothing. */
export async function readable(strapi: Core.Strapi, caller: Caller, number: string): Promise<TicketRow> {
  const row = await findTicket(connection(strapi), number);
  demand(caller.policy, caller.actor, 'ticket:read', toFacts(row), caller.now);
  return row;
}

/** The ticket's history as a conversation. Internal notes only for those who may see them. */
export const timeline = (strapi: Core.Strapi) => async (caller: Caller, number: string): Promise<TimelineEntry[]> => {
  const row = await readable(strapi, caller, number);
  const seesInternal = can(caller.policy, caller.actor, 'ticket:readInternal', toFacts(row), caller.now).allowed;
  const entries = await service(strapi, 'audit').of(connection(strapi) as Trx, number);
  return entries.filter(({ event, payload }) => isTold(event) && (seesInternal || !payload.isInternal)).map(({ id, event, at, actor_name, actor_role, payload }) => ({
    id, at: at.toISOString(), event, by: { name: actor_name, role: actor_role }, isInternal: payload.isInternal === true,
    status: payload.to && payload.to !== payload.from ? { from: payload.from ?? null, to: payload.to } : null,
    text: payload.text ?? null, facts: wordFacts(caller.language, payload.facts ?? {}),
  }));
};
