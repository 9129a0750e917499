import { ACTION_LIMITS, isStatement, type Action } from './lifecycle';
import { LIMITS } from './limits';
import type { Priority } from './priority';
import type { Issue } from './refusal';
import { spelled, unknownVariable } from './variables';

/** What a ready reply may name; whoever inserts it reads the ticket's own words in their place, before sending. */
export const REPLY_VARIABLES = ['nama', 'nomor', 'judul', 'layanan', 'skpd', 'petugas', 'tenggat', 'tautan'] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

/** How a reply may end, and by which action of the lifecycle that its words are then part of; the first that fits. */
export const REPLY_ENDINGS = {
  wait: ['askRequester', 'returnForCompletion'],
  resolve: ['resolve'],
} as const satisfies Record<string, readonly Action[]>;
export type ReplyEnding = keyof typeof REPLY_ENDINGS;
export const REPLY_ENDING_NAMES = Object.keys(REPLY_ENDINGS) as [ReplyEnding, ...ReplyEnding[]];
/** What a reply does beside saying something; null leaves it as it is. `team` is a team's code. */
export interface Macro {
  readonly ending: ReplyEnding | null;
  readonly priority: Priority | null;
  readonly team: string | null;
}
export const NO_MACRO: Macro = { ending: null, priority: null, team: null };
export const isMacro = ({ ending, priority, team }: Macro): boolean => (ending ?? priority ?? team) !== null;

/** What officers say again and again, in words that are ready, and what they do with it. */
export interface ReadyReply extends Macro {
  readonly id: number;
  readonly name: string;
  readonly body: string;
}
/** Longest texts in characters: a reply also has to fit a question to the requester. And how many the desk keeps. */
export const REPLY_LIMITS = { name: LIMITS.name, body: ACTION_LIMITS.question, most: 300 } as const;

/**
 * What is wrong with a ready reply, beyond its length: a variable that there is none of, a result that says nothing, and
 * a ticket handed to a team that is waited for or has ended.
 */
export const checkReply = ({ body, ending, team }: Pick<ReadyReply, 'body' | 'ending' | 'team'>): Issue[] => [
  ...(unknownVariable(body, REPLY_VARIABLES) === undefined
    ? []
    : [{ field: 'body', code: 'notInList', limit: spelled(REPLY_VARIABLES) } as const]),
  ...(ending === 'resolve' && !isStatement(body) ? [{ field: 'body', code: 'noStatement' } as const] : []),
  ...(ending !== null && team !== null ? [{ field: 'team', code: 'unsuitable' } as const] : []),
];

/** Stands where the ticket has nothing to say: an officer sees that something is to be written there. */
const BLANK = '…';
const isVariable = (name: string): name is ReplyVariable => (REPLY_VARIABLES as readonly string[]).includes(name);
/** Variables of a reply that this ticket has nothing to say for, where nobody would see the gap before it is sent. */
export const blanksIn = (body: string, facts: Readonly<Record<ReplyVariable, string | null>>): ReplyVariable[] =>
  REPLY_VARIABLES.filter((name) => facts[name] === null && new RegExp(`\\{\\s*${name}\\s*\\}`).test(body));
/** The reply about one ticket. What the ticket itself says is not looked through again. */
export const writtenReply = (body: string, facts: Readonly<Record<ReplyVariable, string | null>>): string =>
  body.replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) => (isVariable(name) ? (facts[name] ?? BLANK) : whole));
