/** Every way this product says no, with the HTTP status that carries it. Words for people live in `i18n`. */
export const REFUSALS = {
  invalid: 400,
  unknownParameter: 400,
  malformedJson: 400,
  emptyFile: 400,
  unauthenticated: 401,
  notAllowed: 403,
  signOnUnverified: 403,
  signOnUnknown: 403,
  signOnClosed: 403,
  signOnRefused: 403,
  notFound: 404,
  unknownCode: 404,
  tooSlow: 408,
  wrongStatus: 409,
  idempotencyKeyReused: 409,
  surveyUpcoming: 409,
  surveyClosed: 409,
  awaitingApproval: 409,
  awaitingDisposition: 409,
  awaitingLetter: 409,
  awaitingDocuments: 409,
  noSuchDocument: 409,
  noCertificate: 409,
  notByMail: 409,
  mailPaused: 409,
  answerStillAwaited: 409,
  settingsChanged: 409,
  notUndoable: 409,
  calendarInUse: 409,
  signOnAmbiguous: 409,
  accountBlocked: 409,
  ownAccount: 409,
  highestAccount: 409,
  notInvited: 409,
  linkSpent: 410,
  signOnSpent: 410,
  tooLarge: 413,
  fileTooLarge: 413,
  fileTypeRefused: 415,
  unsafeFile: 415,
  notJson: 415,
  missingFields: 422,
  invalidForm: 422,
  unknownCategory: 422,
  inactiveCategory: 422,
  unknownSkpd: 422,
  inactiveSkpd: 422,
  unknownAssignee: 422,
  unknownColleague: 422,
  unknownTeam: 422,
  unknownTicket: 422,
  wrongLink: 422,
  wrongDisposition: 422,
  unknownDocument: 422,
  fixedAuthority: 422,
  unknownCalendar: 422,
  tooManyFiles: 422,
  accountWithoutSkpd: 422,
  tooManyRequests: 429,
  unexpected: 500,
  unavailable: 503,
  storageFull: 503,
  readOnly: 503,
  signOnUnreachable: 503,
  storeUnreachable: 503,
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export const REFUSAL_CODES = Object.keys(REFUSALS) as readonly RefusalCode[];
export const isRefusalCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in REFUSALS;

/**
 * One thing wrong with one field: `field` is its path (`contact.phone`), `code` names the rule, `limit` its number or
 * list.
 */
export interface Issue {
  readonly field: string;
  readonly code: IssueCode;
  readonly limit?: string | number;
}
export const ISSUE_CODES = [
  'required',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'notInList',
  'tooDeep',
  'tooMany',
  'wrongFormat',
  'noStatement',
  'wrongType',
  'thousands',
  'inFuture',
  'unknown',
  'tooCommon',
  'namesAccount',
  'wrongPassword',
  'unchanged',
  'notRepeated',
  'administratorsOnly',
  'taken',
  'known',
  'unsuitable',
  'afterResolution',
  'noEvent',
  'otherCount',
  'overlaps',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** So many issues are told at once: more helps nobody, and a hostile body must not make a long answer. */
export const MOST_ISSUES = 50;
/** The first issue of each field, at most `MOST_ISSUES`; stops reading once it has them. */
export function firstIssues(issues: Iterable<Issue>): Issue[] {
  const found = new Map<string, Issue>();
  for (const issue of issues) {
    if (!found.has(issue.field)) found.set(issue.field, issue);
    if (found.size === MOST_ISSUES) break;
  }
  return [...found.values()];
}

/** Facts of a refusal; `issues` where fields are at fault. */
export interface RefusalDetails {
  readonly issues?: readonly Issue[];
  readonly [fact: string]: unknown;
}

/** The product said no. Carries a code and facts, never prose: each edge words it in its reader's language. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}
