import type { Status } from './status';

/** What a status looks like wherever it is drawn: both waitings look alike. */
export type StatusTone = 'new' | 'progress' | 'waiting' | 'done' | 'refused' | 'dropped';
export const STATUS_TONES: Readonly<Record<Status, StatusTone>> = {
  NEW: 'new',
  IN_PROGRESS: 'progress',
  WAITING_REQUESTER: 'waiting',
  WAITING_THIRD_PARTY: 'waiting',
  RESOLVED: 'done',
  REJECTED: 'refused',
  CANCELLED: 'dropped',
};
/**
 * Tones on white, which paper is drawn in. The portal's `--status-…` are these in the light scheme; a test holds them
 * together.
 */
export const TONE_COLOURS: Readonly<Record<StatusTone, string>> = {
  new: '#24568f',
  progress: '#0a5766',
  waiting: '#8a3f00',
  done: '#1c6b42',
  refused: '#b3261e',
  dropped: '#47605f',
};
/** What bears no status is drawn in these, in this order: the first of the portal's `--chart-…`. */
export const SERIES_COLOURS = ['#0b6a7b', '#a0447a'] as const;
