import { z } from 'zod';
import { ACTION_LIMITS, isStatement, MOST_EFFORT_MINUTES } from '../lifecycle';
import { EFFORT_KINDS } from '../effort';
import type { IssueCode } from '../refusal';
import { LIMITS } from '../limits';
import { SAID_RELATIONS } from '../links';
import { IMPACTS, PRIORITIES, URGENCIES } from '../priority';
import { CHANNELS, REQUEST_LIMITS } from '../request';
import { DISPOSITION_LEVELS } from '../routing';
import { day, number, optionalEmail, PHONE, text } from './shapes';

const between = ([shortest, longest]: readonly [number, number]) => z.string().trim().min(shortest).max(longest);
const contact = z.strictObject({ name: text(REQUEST_LIMITS['contact.name'][1]), phone: PHONE, email: optionalEmail });

/** A request as it is filed; its form is checked against the service it asks for. */
export const newTicket = z.strictObject({
  title: between(REQUEST_LIMITS.title),
  description: between(REQUEST_LIMITS.description),
  category: z.string().trim().min(1).max(LIMITS.code),
  impact: z.enum(IMPACTS),
  urgency: z.enum(URGENCIES),
  contact,
  form: z.record(z.string().max(LIMITS.fieldKey), z.unknown()).default({}),
  skpd: z.string().trim().min(1).max(LIMITS.code).optional(),
  channel: z.enum(CHANNELS).optional(),
  priority: z.enum(PRIORITIES).optional(),
});

/** Everything an action may carry; the table of transitions says which action takes what. */
export const actionBody = z.strictObject({
  reason: text(ACTION_LIMITS.reason).optional(),
  question: text(ACTION_LIMITS.question).optional(),
  party: text(ACTION_LIMITS.party).optional(),
  resolutionSummary: text(ACTION_LIMITS.resolutionSummary)
    .refine(isStatement, { params: { code: 'noStatement' satisfies IssueCode } })
    .optional(),
  workDone: text(ACTION_LIMITS.workDone).optional(),
  assignee: z.number().int().positive().optional(),
  team: text(LIMITS.code).optional(),
  priority: z.enum(PRIORITIES).optional(),
  effortMinutes: z.number().int().min(0).max(MOST_EFFORT_MINUTES).optional(),
  effortKind: z.enum(EFFORT_KINDS).optional(),
  effortDay: day.optional(),
  /** Whose work it was, where it was not one's own: id of a staff account. */
  effortBy: z.number().int().positive().optional(),
  /** Id of the entry that was wrong. */
  effortEntry: z.number().int().positive().optional(),
  rating: z.number().int().min(1).max(4).optional(),
  ratingComment: text(ACTION_LIMITS.ratingComment).optional(),
  category: text(LIMITS.code).optional(),
  helper: z.number().int().positive().optional(),
  ticket: number.optional(),
  relation: z.enum(SAID_RELATIONS).optional(),
  duplicateOf: number.optional(),
  level: z.enum(DISPOSITION_LEVELS).optional(),
  recipient: text(ACTION_LIMITS.recipient).optional(),
  instruction: text(ACTION_LIMITS.instruction).optional(),
  directive: text(ACTION_LIMITS.directive).optional(),
  /** As the office's own register has it. */
  letterNumber: text(ACTION_LIMITS.letterNumber).optional(),
  letterDate: day.optional(),
  /** Id of an attachment of this ticket. */
  document: z.uuid().optional(),
});
