import { DISPOSITION_LEVELS, type DispositionLevel } from './ticket';

/** The chain runs Kepala Dinas → Bidang → tim → petugas: each disposition goes further down than the one before it. */
export const levelsAfter = (last: DispositionLevel | null): readonly DispositionLevel[] =>
  DISPOSITION_LEVELS.slice(last === null ? 0 : DISPOSITION_LEVELS.indexOf(last) + 1);

/** Who speaks in a disposition to this level: whoever the one before was for. */
export const isNext = (last: DispositionLevel | null, level: DispositionLevel): boolean =>
  levelsAfter(last).includes(level);
