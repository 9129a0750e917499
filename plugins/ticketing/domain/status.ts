/** The seven statuses. Codes are API words; labels live in `i18n`. Source: domain rules 5.2. */
export const STATUSES = [
  'NEW',
  'IN_PROGRESS',
  'WAITING_REQUESTER',
  'WAITING_THIRD_PARTY',
  'RESOLVED',
  'REJECTED',
  'CANCELLED',
] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses after which there is nothing left to do, unless somebody reopens or restores the ticket. */
export const ENDED_STATUSES = ['RESOLVED', 'REJECTED', 'CANCELLED'] as const satisfies readonly Status[];
export const isEnded = (status: Status): boolean => (ENDED_STATUSES as readonly Status[]).includes(status);

/** Statuses of a ticket that an officer has let into work and that has not ended. */
export const WORKED_ON_STATUSES = [
  'IN_PROGRESS',
  'WAITING_REQUESTER',
  'WAITING_THIRD_PARTY',
] as const satisfies readonly Status[];
export const isWorkedOn = (status: Status): status is (typeof WORKED_ON_STATUSES)[number] =>
  (WORKED_ON_STATUSES as readonly Status[]).includes(status);

/** Statuses in which somebody still has work to do. */
export const OPEN_STATUSES = ['NEW', ...WORKED_ON_STATUSES] as const satisfies readonly Status[];
export const isOpen = (status: Status): boolean => (OPEN_STATUSES as readonly Status[]).includes(status);

/** Statuses in which somebody else is waited for: the requester, or a third party. */
export const WAITING_STATUSES = ['WAITING_REQUESTER', 'WAITING_THIRD_PARTY'] as const satisfies readonly Status[];
/** Who may be waited for, and in which status. */
export const WAITED_FOR = {
  requester: 'WAITING_REQUESTER',
  thirdParty: 'WAITING_THIRD_PARTY',
} as const satisfies Record<string, (typeof WAITING_STATUSES)[number]>;
export type WaitedFor = keyof typeof WAITED_FOR;
export const isWaiting = (status: Status): boolean => (WAITING_STATUSES as readonly Status[]).includes(status);

/** The city reports three states (Baru, Diproses, Selesai); the two refusals stand on lines of their own. */
export const REPORTING_GROUPS = {
  NEW: 'NEW',
  IN_PROGRESS: 'IN_PROGRESS',
  WAITING_REQUESTER: 'IN_PROGRESS',
  WAITING_THIRD_PARTY: 'IN_PROGRESS',
  RESOLVED: 'RESOLVED',
  REJECTED: 'REJECTED',
  CANCELLED: 'CANCELLED',
} as const satisfies Record<Status, Status>;

export type ReportingGroup = (typeof REPORTING_GROUPS)[Status];
/** The lines of every report, in the order in which they are read. */
export const REPORTING_GROUP_CODES = [
  'NEW',
  'IN_PROGRESS',
  'RESOLVED',
  'REJECTED',
  'CANCELLED',
] as const satisfies readonly ReportingGroup[];
/** The statuses a line of the reports is the sum of. */
export const statusesOfGroup = (group: ReportingGroup): Status[] =>
  STATUSES.filter((status) => REPORTING_GROUPS[status] === group);

/** Statuses as the `/tickets` filter and a statement of SQL write a list of them. */
export const statusFilter = (statuses: readonly Status[]): string => statuses.join(',');
/** The same as SQL literals, `'NEW', 'IN_PROGRESS'`; codes of this table only, so nothing needs escaping. */
export const statusList = (statuses: readonly Status[]): string => statuses.map((status) => `'${status}'`).join(', ');
