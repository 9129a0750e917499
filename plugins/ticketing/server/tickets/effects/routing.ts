import { isNext, Refusal } from '../../../domain';
import { service } from '../../services';
import { letterOf, NOTHING, teamed, together, type EffectOf } from './effect';

/** What comes from above: approval, disposition, duty letter. Source: requirements 3.7. */
export const ROUTING = {
  approve: async (deed) => {
    const approver = deed.ticket.service_approver ?? '';
    const team = (await service(deed.strapi, 'master').load()).teams.get(approver);
    return together(
      {
        changes: { approved_at: new Date(deed.caller.now) },
        facts: { approver: team?.name ?? approver },
        text: deed.given.reason,
      },
      await letterOf(deed),
    );
  },
  dispose: async (deed) => {
    const {
      ticket,
      caller,
      given: { level, recipient = '', instruction = '' },
    } = deed;
    if (!level || !isNext(ticket.disposition_level, level))
      throw new Refusal('wrongDisposition', { last: ticket.disposition_level, level });
    return together(
      {
        changes: { disposition_level: level, disposed_at: new Date(caller.now) },
        facts: { level, recipient },
        text: instruction,
      },
      level === 'TEAM' ? await teamed(deed) : NOTHING,
      await letterOf(deed),
    );
  },
  issueLetter: async (deed) =>
    together(
      { changes: { lettered_at: new Date(deed.caller.now) }, text: deed.given.instruction },
      await letterOf(deed),
    ),
} as const satisfies Record<string, EffectOf>;
