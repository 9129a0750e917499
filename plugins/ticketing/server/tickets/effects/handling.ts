import { Refusal, words, type Priority } from '../../../domain';
import { canonical } from '../../audit/entries';
import { service } from '../../services';
import { checkChildren } from '../ticket-links';
import { promiseOf } from '../sla-columns';
import { chooseOfficer, letterOf, NOTHING, teamed, together, type Deed, type Effect, type EffectOf } from './effect';

/** A promise that differs from the one in force begins with the entry that changes it; what was paused stays paused. */
async function promised({ strapi, trx, ticket }: Deed, category: string, priority: Priority): Promise<Effect> {
  const record = (await service(strapi, 'master').load()).services.get(category);
  const before = promiseOf(await service(strapi, 'audit').of(trx, ticket.number));
  if (!record || !before) return NOTHING;
  const target = record.targetFor(priority);
  return canonical(target) === canonical(before.target)
    ? NOTHING
    : { after: { sla: { target, ...(before.event && { event: before.event }) } } };
}

/** A service with targets of its own keeps its promise whatever the priority. */
async function dependsOnPriority({ strapi, ticket }: Deed): Promise<boolean> {
  const record = (await service(strapi, 'master').load()).services.get(ticket.category_code);
  return record !== undefined && canonical(record.targetFor('URGENT')) !== canonical(record.targetFor('LOW'));
}

async function prioritized(deed: Deed): Promise<Effect> {
  const {
    ticket,
    given: { priority },
  } = deed;
  if (!priority || priority === ticket.priority) return NOTHING;
  const names = words('id').priority;
  const isByPriority = await dependsOnPriority(deed);
  return together(
    { changes: { priority }, facts: { priority: names[priority], previousPriority: names[ticket.priority] } },
    isByPriority ? await promised(deed, ticket.category_code, priority) : NOTHING,
  );
}

const verified = ({ ticket, caller }: Deed): Effect =>
  ticket.verified_at ? NOTHING : { changes: { verified_at: new Date(caller.now) } };

/** Whoever becomes accountable helps no longer: that is now their own work. */
const accountable = ({ trx, ticket, given }: Deed, id: number, name: string): Effect => ({
  changes: { assignee_id: id },
  facts: { assignee: name },
  text: given.reason,
  afterwards: async () => {
    await trx('tickets_helpers_lnk').where({ ticket_id: ticket.id, user_id: id }).delete();
  },
});

const take: EffectOf = async (deed) =>
  together(
    accountable(deed, deed.caller.actor.id, deed.caller.actor.name),
    verified(deed),
    await prioritized(deed),
    await teamed(deed),
  );

/** Who works on it, with which priority, for which service. */
export const HANDLING = {
  verify: take,
  claim: take,
  assign: async (deed) => {
    const { id, name } = await chooseOfficer(deed.strapi, deed.given.assignee ?? 0);
    const { instruction } = deed.given;
    const isLastLink = instruction !== undefined;
    return together(
      accountable(deed, id, name),
      verified(deed),
      await prioritized(deed),
      await teamed(deed),
      await letterOf(deed),
      isLastLink
        ? { facts: { instruction }, changes: { disposition_level: 'OFFICER', disposed_at: new Date(deed.caller.now) } }
        : NOTHING,
    );
  },
  setPriority: async (deed) => together(await prioritized(deed), { text: deed.given.reason }),
  recategorize: async (deed) => {
    const { strapi, ticket, given } = deed;
    const master = await service(strapi, 'master').load();
    const record = master.services.get(given.category ?? '');
    if (!record) throw new Refusal('unknownCategory', { category: given.category });
    if (!record.isActive) throw new Refusal('inactiveCategory', { category: given.category });
    if (record.service.code === ticket.category_code) return { text: given.reason };
    const isConfidential = record.service.isConfidential || ticket.is_confidential;
    if (isConfidential && !ticket.is_confidential) await checkChildren(deed.trx, ticket);
    // Somebody else's approval is none: it was given for another service.
    const isApprovalMoot = ticket.approved_at !== null && record.service.approver !== ticket.service_approver;
    const team = master.teams.get(record.service.team.code);
    return together(await promised(deed, record.service.code, ticket.priority), {
      changes: {
        category_id: record.id,
        ...(team && { team_id: team.id }),
        is_confidential: isConfidential,
        ...(isApprovalMoot && { approved_at: null }),
      },
      facts: {
        category: record.service.name,
        previousCategory: ticket.category_name,
        ...(team && team.code !== ticket.team_code && { team: team.name }),
      },
      text: given.reason,
    });
  },
  addHelper: async (deed) => {
    const { trx, ticket, given } = deed;
    const { id, name } = await chooseOfficer(deed.strapi, given.helper ?? 0);
    if (id === ticket.assignee_id || ticket.helpers.some((helper) => helper.id === id))
      throw new Refusal('unknownAssignee', { assignee: id });
    return {
      facts: { helper: name },
      text: given.reason,
      after: { helper: id },
      afterwards: async () => {
        await trx('tickets_helpers_lnk').insert({ ticket_id: ticket.id, user_id: id });
      },
    };
  },
  removeHelper: ({ trx, ticket, given }) => {
    const helper = ticket.helpers.find(({ id }) => id === given.helper);
    if (!helper) throw new Refusal('unknownAssignee', { assignee: given.helper });
    return {
      facts: { helper: helper.name },
      text: given.reason,
      after: { helper: helper.id },
      afterwards: async () => {
        await trx('tickets_helpers_lnk').where({ ticket_id: ticket.id, user_id: helper.id }).delete();
      },
    };
  },
} as const satisfies Record<string, EffectOf>;
