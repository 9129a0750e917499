import { isOpen, type Status } from '../status';

/**
 * What a ticket's row keeps of its resolution clock, as it stood when it last changed. Instants are epoch ms.
 * `isResolutionLate`: the verdict was `LATE` then.
 */
export interface Standing {
  readonly status: Status;
  readonly isPaused: boolean;
  readonly isShortNotice: boolean;
  readonly isResolutionLate: boolean;
  readonly resolutionDueAt: number | null;
}

/**
 * Open and past its due time, whoever is waited for: a clock that stopped in time is not late, one that stopped after
 * its due time stays so. A short-notice request never is.
 */
export const isOverdue = (standing: Standing, now: number): boolean => {
  const { status, isPaused, isShortNotice, isResolutionLate, resolutionDueAt } = standing;
  if (!isOpen(status) || isShortNotice) return false;
  return isPaused ? isResolutionLate : resolutionDueAt !== null && resolutionDueAt < now;
};

/** Resolved after its due time: it was late, and stays so on every screen and in every file. */
export const isResolvedLate = ({ status, isResolutionLate }: Pick<Standing, 'status' | 'isResolutionLate'>): boolean =>
  status === 'RESOLVED' && isResolutionLate;
