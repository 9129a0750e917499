import { Refusal } from '../../../domain';
import type { Parsed } from '../../../domain/contract';
import type { Caller } from '../../database/caller';
import type { Trx } from '../../database/transaction';
import type { Changes } from '../record-event';
import { attachmentsOf, isInternal } from '../files';
import type { TicketRow } from '../rows';
import { staffActor } from '../../desk/people';
import type { Desk } from '../../desk/desk';

export type Given = Omit<Parsed<'actOnTicket'>, 'number' | 'action' | 'mentions'>;
export type Facts = Readonly<Record<string, string>>;
/** One action on one locked ticket, about to be carried out. */
export interface ActionContext {
  readonly desk: Desk;
  readonly trx: Trx;
  readonly caller: Caller;
  readonly ticket: TicketRow;
  readonly given: Given;
}
/**
 * What an action does beyond the status: columns, words for the timeline, what else the entry keeps, and what follows
 * in the same transaction.
 */
export interface Effect {
  readonly changes?: Changes;
  readonly facts?: Facts;
  readonly text?: string | undefined;
  /** Read by those who may read internal notes alone. */
  readonly isInternal?: boolean;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly afterwards?: () => Promise<void>;
}
export type EffectOf = (context: ActionContext) => Effect | Promise<Effect>;

export const NOTHING: Effect = {};
/** Two effects of one action, as one. */
export const together = (...effects: readonly Effect[]): Effect => ({
  changes: Object.assign({}, ...effects.map(({ changes }) => changes)) as Changes,
  facts: Object.assign({}, ...effects.map(({ facts }) => facts)) as Facts,
  text: effects.find(({ text }) => text)?.text,
  after: Object.assign({}, ...effects.map(({ after }) => after)) as Record<string, unknown>,
  afterwards: async () => {
    for (const { afterwards } of effects) await afterwards?.();
  },
});

/** An officer who can be given work. */
export async function chooseOfficer(desk: Desk, id: number) {
  const officer = await staffActor(desk, id).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!officer?.roles.some((role) => role === 'OFFICER' || role === 'COORDINATOR'))
    throw new Refusal('unknownAssignee', { assignee: id });
  return officer;
}

/** The team that is given the ticket, where one is named and it is another. */
export async function teamed({ desk, ticket, given }: ActionContext): Promise<Effect> {
  if (!given.team) return NOTHING;
  const team = (await desk.masterData()).teams.get(given.team);
  if (!team?.isActive) throw new Refusal('unknownTeam', { team: given.team });
  return team.code === ticket.team_code ? NOTHING : { changes: { team_id: team.id }, facts: { team: team.name } };
}

/**
 * The number, day and picture of a letter; the picture is an attachment this ticket already has. Letters are told to all
 * who read the ticket, so it is none that is for officers alone.
 */
export async function letterOf({
  trx,
  ticket,
  given: { letterNumber, letterDate, document },
}: ActionContext): Promise<Effect> {
  const isThere = async () =>
    (await attachmentsOf(trx, ticket.id)).some((file) => file.public_id === document && !isInternal(file));
  if (document && !(await isThere())) throw new Refusal('unknownDocument', { document });
  return {
    facts: { ...(letterNumber && { letterNumber }), ...(letterDate && { letterDate }) },
    after: { ...(document && { document }) },
  };
}
