import { ACCEPTED_EXTENSIONS, MAX_FILE_BYTES, MAX_FILES, type FilePolicy } from './files';
import { PRIORITY_MATRIX, type PriorityMatrix } from './priority';
import { WAITING_STATUSES, type Status } from './status';

/**
 * What the city may set of lifecycle and clock. Days are working days of the service's calendar. Source: domain rules
 * 4.1, 5.2, 5.3.
 */
export interface DeskSettings {
  /** Working days after which a resolved ticket locks: no more reopening, no more words. */
  readonly lockAfterDays: number;
  /** Working days of silence after which a requester is reminded; none means never. */
  readonly remindAfterDays: readonly number[];
  /** Working days of silence after which a ticket may be closed; null means never. */
  readonly closeUnansweredAfterDays: number | null;
  /** Whether the system then closes it by itself, or leaves that to the officer. */
  readonly closesByItself: boolean;
  /** Statuses in which the SLA clock stands still. */
  readonly pausing: readonly Status[];
  /** Share of the target (0–1) after which a running clock is at risk. */
  readonly riskFraction: number;
  /** What the two plain questions of the form propose. */
  readonly priorityMatrix: PriorityMatrix;
  /** Largest file in MB, how many files a ticket may have, and of which kinds. Source: requirement 3.7. */
  readonly attachmentMegabytes: number;
  readonly attachmentCount: number;
  readonly attachmentKinds: readonly string[];
}

/** Statuses that the city may let the clock stand still in. */
export const PAUSABLE = WAITING_STATUSES;
export const LONGEST_DAYS = 90;
export const MOST_REMINDERS = 5;

export const MEGABYTE = 1024 * 1024;
/** Within which a city sets the size of a file, in MB. Source: requirement 3.7, "5–10 MB per berkas". */
export const ATTACHMENT_MEGABYTES = { from: 5, to: 10 } as const;

/** As it comes: a gentle desk that reminds twice and closes nothing unasked. */
export const DEFAULT_SETTINGS: DeskSettings = {
  lockAfterDays: 3,
  remindAfterDays: [2, 4],
  closeUnansweredAfterDays: null,
  closesByItself: false,
  pausing: ['WAITING_REQUESTER'],
  riskFraction: 0.75,
  priorityMatrix: PRIORITY_MATRIX,
  attachmentMegabytes: MAX_FILE_BYTES / MEGABYTE,
  attachmentCount: MAX_FILES,
  attachmentKinds: ACCEPTED_EXTENSIONS,
};
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof DeskSettings)[];

/** What a file must be, by what the city set. */
export const filePolicyOf = ({ attachmentMegabytes, attachmentCount, attachmentKinds }: DeskSettings): FilePolicy => ({
  maxBytes: attachmentMegabytes * MEGABYTE,
  maxFiles: attachmentCount,
  kinds: attachmentKinds,
});
