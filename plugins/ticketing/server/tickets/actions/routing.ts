import { isNext, Refusal, words } from '../../../domain';
import { letterOf, NOTHING, teamed, together, type EffectOf } from './effect';

/** What comes from above: approval, disposition, duty letter. Source: requirements 3.7. */
export const ROUTING = {
  approve: async (context) => {
    const approver = context.ticket.service_approver ?? '';
    const team = (await context.desk.masterData()).teams.get(approver);
    return together(
      {
        changes: { approved_at: new Date(context.caller.now) },
        facts: { approver: team?.name ?? approver },
        text: context.given.reason,
      },
      await letterOf(context),
    );
  },
  direct: ({ given: { directive = '', priority } }) => ({
    text: directive,
    isInternal: true,
    facts: { ...(priority && { directedPriority: words('id').priority[priority] }) },
    after: { ...(priority && { directedPriority: priority }) },
  }),
  dispose: async (context) => {
    const {
      ticket,
      caller,
      given: { level, recipient = '', instruction = '' },
    } = context;
    if (!level || !isNext(ticket.disposition_level, level))
      throw new Refusal('wrongDisposition', { last: ticket.disposition_level, level });
    return together(
      {
        changes: { disposition_level: level, disposed_at: new Date(caller.now) },
        facts: { level, recipient },
        text: instruction,
      },
      level === 'TEAM' ? await teamed(context) : NOTHING,
      await letterOf(context),
    );
  },
  issueLetter: async (context) =>
    together(
      { changes: { lettered_at: new Date(context.caller.now) }, text: context.given.instruction },
      await letterOf(context),
    ),
} as const satisfies Record<string, EffectOf>;
