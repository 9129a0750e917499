import { promiseOf, Refusal, words, type Priority } from '../../../domain';
import { canonical, entriesOf } from '../../audit/entries';
import { run, sql } from '../../database/sql';
import { checkChildren } from '../ticket-links';
import {
  chooseOfficer,
  letterOf,
  NOTHING,
  teamed,
  together,
  type ActionContext,
  type Effect,
  type EffectOf,
} from './effect';

/** A promise that differs from the one in force begins with the entry that changes it; what was paused stays paused. */
async function promised({ desk, trx, ticket }: ActionContext, category: string, priority: Priority): Promise<Effect> {
  const record = (await desk.masterData()).services.get(category);
  const before = promiseOf(await entriesOf(trx, ticket.number));
  if (!record || !before) return NOTHING;
  const target = record.targetFor(priority);
  return canonical(target) === canonical(before.target)
    ? NOTHING
    : { after: { sla: { target, ...(before.event && { event: before.event }) } } };
}

/** A service with targets of its own keeps its promise whatever the priority. */
async function dependsOnPriority({ desk, ticket }: ActionContext): Promise<boolean> {
  const record = (await desk.masterData()).services.get(ticket.category_code);
  return record !== undefined && canonical(record.targetFor('URGENT')) !== canonical(record.targetFor('LOW'));
}

async function prioritized(context: ActionContext): Promise<Effect> {
  const {
    ticket,
    given: { priority },
  } = context;
  if (!priority || priority === ticket.priority) return NOTHING;
  const names = words('id').priority;
  const isByPriority = await dependsOnPriority(context);
  return together(
    { changes: { priority }, facts: { priority: names[priority], previousPriority: names[ticket.priority] } },
    isByPriority ? await promised(context, ticket.category_code, priority) : NOTHING,
  );
}

const verified = ({ ticket, caller }: ActionContext): Effect =>
  ticket.verified_at ? NOTHING : { changes: { verified_at: new Date(caller.now) } };

/** Whoever becomes accountable helps no longer: that is now their own work. */
const accountable = ({ trx, ticket, given }: ActionContext, id: number, name: string): Effect => ({
  changes: { assignee_id: id },
  facts: { assignee: name },
  text: given.reason,
  ...(ticket.helpers.some((helper) => helper.id === id) && {
    afterwards: () => run(trx, sql`select remove_ticket_helper(${ticket.id}, ${id})`),
  }),
});

const take: EffectOf = async (context) =>
  together(
    accountable(context, context.caller.actor.id, context.caller.actor.name),
    verified(context),
    await prioritized(context),
  );

const saying: EffectOf = ({ given }) => ({ text: given.reason });

/** Who works on it, with which priority, for which service, and what it waits for. */
export const HANDLING = {
  verify: take,
  claim: take,
  forward: async (context) =>
    together({ text: context.given.reason }, verified(context), await prioritized(context), await teamed(context)),
  release: async (context) =>
    together({ changes: { assignee_id: null }, text: context.given.reason }, await teamed(context)),
  assign: async (context) => {
    const { id, name } = await chooseOfficer(context.desk, context.given.assignee ?? 0);
    const { instruction } = context.given;
    const isLastLink = instruction !== undefined;
    return together(
      accountable(context, id, name),
      verified(context),
      await prioritized(context),
      await teamed(context),
      await letterOf(context),
      isLastLink
        ? {
            facts: { instruction },
            changes: { disposition_level: 'OFFICER', disposed_at: new Date(context.caller.now) },
          }
        : NOTHING,
    );
  },
  setPriority: async (context) => together(await prioritized(context), { text: context.given.reason }),
  recategorize: async (context) => {
    const { desk, ticket, given } = context;
    const master = await desk.masterData();
    const record = master.services.get(given.category ?? '');
    if (!record) throw new Refusal('unknownCategory', { category: given.category });
    if (!record.isActive) throw new Refusal('inactiveCategory', { category: given.category });
    if (record.service.code === ticket.category_code) return { text: given.reason };
    const isConfidential = record.service.isConfidential || ticket.is_confidential;
    if (isConfidential && !ticket.is_confidential) await checkChildren(context.trx, ticket);
    // Somebody else's approval is none: it was given for another service.
    const isApprovalMoot = ticket.approved_at !== null && record.service.approver !== ticket.service_approver;
    const team = master.teams.get(record.service.team.code);
    return together(await promised(context, record.service.code, ticket.priority), {
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
  addHelper: async (context) => {
    const { trx, ticket, given } = context;
    const { id, name } = await chooseOfficer(context.desk, given.helper ?? 0);
    if (id === ticket.assignee_id || ticket.helpers.some((helper) => helper.id === id))
      throw new Refusal('unknownAssignee', { assignee: id });
    return {
      facts: { helper: name },
      text: given.reason,
      after: { helper: id },
      afterwards: async () => {
        await run(trx, sql`select add_ticket_helper(${ticket.id}, ${id})`);
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
        await run(trx, sql`select remove_ticket_helper(${ticket.id}, ${helper.id})`);
      },
    };
  },
  // Whatever was let pass before, what comes back is looked at anew.
  returnForCompletion: ({ ticket: { missing_documents: missing }, given }) => ({
    changes: { verified_at: null },
    // Whoever returns it need not list by hand what the desk knows.
    text: [given.question, missing.length > 0 && `Dokumen yang belum dilampirkan: ${missing.join('; ')}.`]
      .filter(Boolean)
      .join('\n\n'),
  }),
  askRequester: ({ given }) => ({ text: given.question }),
  waitThirdParty: ({ given }) => ({ facts: { party: given.party ?? '' }, text: given.reason }),
  takeBack: saying,
  resume: saying,
  remind: saying,
  confirmReady: saying,
} as const satisfies Record<string, EffectOf>;
