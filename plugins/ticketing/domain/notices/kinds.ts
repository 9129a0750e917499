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
  'comment',
  'internalNote',
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

/** By which way somebody is told: the list in the product, or a letter. */
export const NOTICE_CHANNELS = ['inbox', 'mail'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

const BOTH = ['inbox', 'mail'] as const;
const INBOX = ['inbox'] as const;
const REQUESTERS = { requester: BOTH, follower: BOTH } as const;
const WORKERS = { assignee: BOTH, helper: INBOX } as const;
type Told = Readonly<Partial<Record<Hat, readonly NoticeChannel[]>>>;

/**
 * Who is told what, and how unless they choose otherwise. Letters go to those who wait or have to act; everybody else
 * finds it in the product. Source: requirement 3.7 (Notifikasi Email), domain rules 6.
 */
export const WHO_IS_TOLD: Readonly<Record<NoticeKind, Told>> = {
  created: { requester: BOTH, team: BOTH, coordinator: INBOX },
  approvalWanted: { approver: BOTH },
  assigned: { ...REQUESTERS, assignee: BOTH, formerAssignee: BOTH, helper: INBOX },
  queued: { formerAssignee: BOTH, team: BOTH, helper: INBOX, coordinator: INBOX },
  status: { ...REQUESTERS, ...WORKERS },
  returned: { requester: BOTH, follower: INBOX },
  question: { requester: BOTH, follower: INBOX },
  comment: { ...REQUESTERS, assignee: BOTH, helper: BOTH, team: INBOX },
  internalNote: { assignee: BOTH, helper: BOTH, team: INBOX },
  approved: { requester: INBOX, assignee: BOTH, team: BOTH, coordinator: INBOX },
  disposition: { assignee: BOTH, team: BOTH, coordinator: INBOX },
  directive: { assignee: BOTH, helper: BOTH, team: BOTH, coordinator: BOTH },
  changed: { requester: INBOX, assignee: INBOX, team: INBOX },
  helper: { helper: BOTH, assignee: INBOX },
  reminder: { requester: BOTH, assignee: INBOX },
  willClose: { requester: BOTH, follower: INBOX, assignee: INBOX },
  completed: { ...REQUESTERS, helper: INBOX, coordinator: INBOX },
  reopened: { requester: BOTH, follower: INBOX, assignee: BOTH, helper: INBOX, team: BOTH, coordinator: INBOX },
  rejected: { ...REQUESTERS, ...WORKERS },
  cancelRequested: { assignee: BOTH, team: BOTH, coordinator: INBOX },
  cancelDeclined: { ...REQUESTERS },
  cancelled: { ...REQUESTERS, assignee: BOTH, helper: INBOX, team: INBOX },
  rated: { assignee: INBOX },
  attached: { requester: INBOX, assignee: INBOX, team: INBOX },
  joined: { assignee: INBOX, team: INBOX },
  atRisk: { assignee: BOTH, team: BOTH, coordinator: INBOX },
  late: { assignee: BOTH, team: BOTH, coordinator: BOTH, leader: BOTH },
};

/** Kinds that only those who may read internal notes are told of. */
export const INTERNAL_KINDS: readonly NoticeKind[] = ['internalNote', 'disposition', 'atRisk'];
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

/** What this event tells, where a note among officers is another thing than a word to all. */
export const noticesOf = (event: TicketEvent, isInternal: boolean): readonly NoticeKind[] =>
  event === 'comment' && isInternal ? ['internalNote'] : NOTICES_OF[event];

/** The hats an event is about, for which people are looked up; none where nobody is told. */
export const hatsOf = (kinds: readonly NoticeKind[]): Hat[] =>
  HATS.filter((hat) => kinds.some((kind) => WHO_IS_TOLD[kind][hat] !== undefined));

/** The kinds somebody with these hats may ever be told of: what their preferences list. */
export const kindsFor = (hats: readonly Hat[]): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => hats.some((hat) => WHO_IS_TOLD[kind][hat] !== undefined));
export const PORTAL_HATS = { REQUESTER: ['requester', 'follower'], LEADER: ['leader', 'approver'] } as const;
export const STAFF_HATS: readonly Hat[] = ['assignee', 'approver', 'helper', 'formerAssignee', 'team', 'coordinator'];
