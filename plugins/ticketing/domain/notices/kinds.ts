import type { TicketEvent } from '../events';

/** What people are told of a ticket; each may be switched on or off by whoever is told. */
export const NOTICE_KINDS = [
  'created',
  'approvalWanted',
  'assigned',
  'queued',
  'status',
  'returned',
  'question',
  'mentioned',
  'comment',
  'internalNote',
  'internalFile',
  'approved',
  'disposition',
  'directive',
  'changed',
  'helper',
  'reminder',
  'willClose',
  'completed',
  'reopened',
  'rejected',
  'cancelRequested',
  'cancelDeclined',
  'cancelled',
  'rated',
  'attached',
  'joined',
  'atRisk',
  'late',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who somebody is to a ticket. Of several the first that is told decides, and is the reason given. */
export const HATS = [
  'mentioned',
  'requester',
  'assignee',
  'approver',
  'helper',
  'formerAssignee',
  'team',
  'coordinator',
  'follower',
  'leader',
] as const;
export type Hat = (typeof HATS)[number];

/** By which way somebody is told: the list in the product, a letter, a short message on the devices they chose, or by WhatsApp. */
export const NOTICE_CHANNELS = ['inbox', 'mail', 'push', 'whatsapp'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

const ALL = ['inbox', 'mail', 'push', 'whatsapp'] as const;
const INBOX = ['inbox'] as const;
const LETTER = ['inbox', 'mail'] as const;
const REQUESTERS = { requester: ALL, follower: ALL } as const;
const WORKERS = { assignee: ALL, helper: INBOX } as const;
type Told = Readonly<Partial<Record<Hat, readonly NoticeChannel[]>>>;

/**
 * Who is told what, and how unless they choose otherwise. Letters and short messages go to those who wait or have to
 * act: a requester who never opens the portal knows all that happens to their ticket. Everybody else finds it in the product. Source: requirement 3.7 (Notifikasi Email), domain rules 6.
 */
export const WHO_IS_TOLD: Readonly<Record<NoticeKind, Told>> = {
  created: { requester: ALL, team: ALL, coordinator: INBOX },
  approvalWanted: { approver: ALL },
  assigned: { ...REQUESTERS, assignee: ALL, formerAssignee: ALL, helper: INBOX },
  queued: { requester: ALL, formerAssignee: ALL, team: ALL, helper: INBOX, coordinator: INBOX },
  status: { ...REQUESTERS, ...WORKERS },
  returned: { requester: ALL, follower: INBOX },
  question: { requester: ALL, follower: INBOX },
  mentioned: { mentioned: ALL },
  comment: { ...REQUESTERS, assignee: ALL, helper: ALL, team: INBOX },
  internalNote: { assignee: ALL, helper: ALL, team: INBOX },
  internalFile: { assignee: INBOX, helper: INBOX, team: INBOX },
  approved: { requester: ALL, assignee: ALL, team: ALL, coordinator: INBOX },
  disposition: { assignee: ALL, team: ALL, coordinator: INBOX },
  directive: { assignee: ALL, helper: ALL, team: ALL, coordinator: ALL, leader: INBOX },
  changed: { requester: ALL, assignee: INBOX, team: INBOX },
  helper: { helper: ALL, assignee: INBOX },
  reminder: { requester: ALL, assignee: INBOX },
  willClose: { requester: ALL, follower: INBOX, assignee: INBOX },
  completed: { ...REQUESTERS, helper: INBOX, coordinator: INBOX },
  reopened: { requester: ALL, follower: INBOX, assignee: ALL, helper: INBOX, team: ALL, coordinator: INBOX },
  rejected: { ...REQUESTERS, ...WORKERS },
  cancelRequested: { assignee: ALL, team: ALL, coordinator: INBOX },
  cancelDeclined: { ...REQUESTERS },
  cancelled: { ...REQUESTERS, assignee: ALL, helper: INBOX, team: INBOX },
  rated: { assignee: INBOX },
  attached: { requester: LETTER, assignee: INBOX, team: INBOX },
  joined: { assignee: INBOX, team: INBOX },
  atRisk: { assignee: ALL, team: ALL, coordinator: INBOX },
  late: { assignee: ALL, team: ALL, coordinator: ALL, leader: ALL },
};

/** Kinds that only those who may read internal notes are told of. */
export const INTERNAL_KINDS: readonly NoticeKind[] = ['internalNote', 'internalFile', 'disposition', 'atRisk'];
/** Kinds whose doer is told too, by letter: it is the receipt of what they filed. */
export const RECEIPTS: readonly NoticeKind[] = ['created'];

/** What an event tells, the more urgent first: of two kinds a person is told the first. */
export const NOTICES_OF: Readonly<Record<TicketEvent, readonly NoticeKind[]>> = {
  submit: ['approvalWanted', 'created'],
  verify: ['assigned'],
  claim: ['assigned'],
  assign: ['assigned'],
  forward: ['queued'],
  release: ['queued'],
  returnForCompletion: ['returned'],
  takeBack: ['status'],
  approve: ['approved'],
  direct: ['directive'],
  dispose: ['disposition'],
  issueLetter: ['disposition'],
  setPriority: ['changed'],
  recategorize: ['changed'],
  addHelper: ['helper'],
  removeHelper: ['helper'],
  askRequester: ['question'],
  waitThirdParty: ['status'],
  remind: ['reminder'],
  resume: ['status'],
  confirmReady: ['status'],
  resolve: ['completed'],
  correctResult: ['completed'],
  recordEffort: [],
  correctEffort: [],
  closeUnanswered: ['completed'],
  resolveWithParent: ['completed'],
  reject: ['rejected'],
  requestCancel: ['cancelRequested'],
  declineCancel: ['cancelDeclined'],
  cancel: ['cancelled'],
  reopen: ['reopened'],
  restore: ['reopened'],
  link: [],
  unlink: [],
  rate: ['rated'],
  explainRating: ['rated'],
  comment: ['comment'],
  attach: ['attached'],
  detach: [],
  // What was for officers alone is there for the requester from now on.
  showFile: ['attached'],
  join: ['joined'],
  download: [],
  issueDocument: [],
  signDocument: [],
  signDocumentFailed: [],
  prepareDocument: [],
  printDocument: [],
  // Whoever is sent the paper has it in the letter.
  mailDocument: [],
  revealContact: [],
  slaAtRisk: ['atRisk'],
  slaBreach: ['late'],
  willClose: ['willClose'],
  import: [],
};

/** What of these stays among officers is another thing than what all may read, to other systems as well. */
const AMONG_OFFICERS: Partial<Record<TicketEvent, readonly NoticeKind[]>> = {
  comment: ['internalNote'],
  attach: ['internalFile'],
};

/** What this event tells: a note among officers is another thing than a word to all, and who is named in it is told so. */
export const noticesOf = (event: TicketEvent, isInternal: boolean, hasMentions = false): readonly NoticeKind[] => [
  ...(hasMentions ? (['mentioned'] as const) : []),
  ...((isInternal && AMONG_OFFICERS[event]) || NOTICES_OF[event]),
];

/** The hats an event is about, for which people are looked up; none where nobody is told. */
export const hatsOf = (kinds: readonly NoticeKind[]): Hat[] =>
  HATS.filter((hat) => kinds.some((kind) => WHO_IS_TOLD[kind][hat] !== undefined));

/** The kinds somebody with these hats may ever be told of: what their preferences list. */
export const kindsFor = (hats: readonly Hat[]): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => hats.some((hat) => WHO_IS_TOLD[kind][hat] !== undefined));
export const PORTAL_HATS = { REQUESTER: ['requester', 'follower'], LEADER: ['leader', 'approver'] } as const;
export const STAFF_HATS: readonly Hat[] = [
  'mentioned',
  'assignee',
  'approver',
  'helper',
  'formerAssignee',
  'team',
  'coordinator',
];
