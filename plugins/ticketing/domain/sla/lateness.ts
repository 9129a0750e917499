import { isOpen, type Status } from '../status';
import type { SlaVerdict } from './state';

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

/**
 * The verdict of the resolution clock as a ticket's page tells it, from what its row keeps. `resolvedAt` in epoch ms.
 */
export function resolutionVerdict(standing: Standing, resolvedAt: number | null, now: number): SlaVerdict {
  const { status, isPaused, isShortNotice, resolutionDueAt } = standing;
  if (status !== 'RESOLVED' && !isOpen(status)) return 'NOT_COUNTED';
  if (isResolvedLate(standing) || isOverdue(standing, now)) return 'LATE';
  // It had ended in another system before anything was promised.
  if (status === 'RESOLVED' && resolutionDueAt === null) return 'NOT_COUNTED';
  const isPast = resolutionDueAt !== null && (resolvedAt ?? now) > resolutionDueAt;
  if (status === 'RESOLVED') return isShortNotice && isPast ? 'NOT_COUNTED' : 'ON_TIME';
  if (isPaused) return 'PAUSED';
  return isShortNotice && isPast ? 'NOT_COUNTED' : 'RUNNING';
}
