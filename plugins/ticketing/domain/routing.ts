import type { Priority } from './priority';

/** A leader's word on a ticket or its priority, to those who work on it; it changes nothing by itself. */
export interface Directive {
  readonly at: string;
  readonly by: string;
  readonly text: string;
  readonly priority: Priority | null;
}
/** One link of the chain Kepala Dinas → Bidang → tim → petugas: who was told what, by which letter. */
export interface Disposition {
  readonly at: string;
  readonly by: string;
  readonly level: DispositionLevel;
  readonly recipient: string;
  readonly instruction: string;
  readonly letterNumber: string | null;
  /** A day. */
  readonly letterDate: string | null;
  /** Id of the attachment that shows it. */
  readonly document: string | null;
}
/**
 * To whom a disposition goes; the head of the office begins the chain. Source: requirements 3.7, Surat Tugas/Disposisi.
 */
export const DISPOSITION_LEVELS = ['DIVISION', 'TEAM', 'OFFICER'] as const;
export type DispositionLevel = (typeof DISPOSITION_LEVELS)[number];
/** A formal order to do the work, as filed; its number comes from the office's own register. */
export interface AssignmentLetter {
  readonly at: string;
  readonly by: string;
  readonly number: string;
  readonly date: string | null;
  readonly document: string | null;
}
/** The catalogue's word for approval by the head of the office; every other approver is a team's code. */
export const HEAD_OF_OFFICE = 'KEPALA_DINAS';
export interface Approval {
  readonly approver: string;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly letterNumber: string | null;
}

/** The chain runs Kepala Dinas → Bidang → tim → petugas: each disposition goes further down than the one before it. */
export const levelsAfter = (last: DispositionLevel | null): readonly DispositionLevel[] =>
  DISPOSITION_LEVELS.slice(last === null ? 0 : DISPOSITION_LEVELS.indexOf(last) + 1);

/** Who speaks in a disposition to this level: whoever the one before was for. */
export const isNext = (last: DispositionLevel | null, level: DispositionLevel): boolean =>
  levelsAfter(last).includes(level);
