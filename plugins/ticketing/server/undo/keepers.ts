import type { UndoKind } from '../../domain';
import { DAYS } from './days';
import type { Keeper } from './keeper';
import { MASTERS } from './masters';
import { replyKeeper } from './replies';
import { SETTINGS } from './settings';

/** Who reads and writes what, by the kinds that can be taken back. */
export const KEEPERS: Readonly<Record<UndoKind, Keeper>> = {
  ...SETTINGS,
  ...MASTERS,
  ...DAYS,
  'ready-reply': replyKeeper,
};
