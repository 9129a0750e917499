import type { Action } from './lifecycle';

/** Every event a ticket's history may hold: its actions, and what happens beside them. */
export const SIDE_EVENTS = [
  'submit',
  'comment',
  'attach',
  'detach',
  'showFile',
  'join',
  'download',
  'issueDocument',
  'signDocument',
  'signDocumentFailed',
  'prepareDocument',
  'printDocument',
  'mailDocument',
  'revealContact',
  'resolveWithParent',
  'slaAtRisk',
  'slaBreach',
  'willClose',
  'import',
] as const;
export type TicketEvent = Action | (typeof SIDE_EVENTS)[number];

/** Events that are kept for the auditor and are no part of the conversation: they show in no timeline. */
export const QUIET_EVENTS = [
  'download',
  'revealContact',
  'printDocument',
  'signDocumentFailed',
] as const satisfies readonly TicketEvent[];
export const isTold = (event: TicketEvent): boolean => !(QUIET_EVENTS as readonly TicketEvent[]).includes(event);
