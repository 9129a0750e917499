import type { CsvLine } from '../../domain';
import {
  judgeUnit,
  missingUnitColumns,
  unitColumnsOf,
  type ImportFault,
  type UnitColumn,
  type UnitField,
} from '../../domain/imports';
import { systemCaller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { createUnit } from '../units/keep';
import { listUnits } from '../units/list';
import { encodingOf, linesOf, newReader } from './file';

/** A city has some hundred units; more lines than this are another list. */
const MOST_UNITS = 2000;
const HEAD_WITHIN = 10;

export interface UnitListener {
  readonly opened: (columns: readonly UnitColumn[]) => void;
  readonly bad: (faults: readonly ImportFault[]) => void;
}
export interface UnitOutcome {
  readonly made: number;
  readonly known: number;
  readonly bad: number;
}
export type UnitsRefused = { readonly missing: readonly UnitField[]; readonly heads: readonly UnitColumn[] };

/**
 * Tries a list of units, or makes those that are not there yet, by the very use case of the settings, so that each is
 * recorded. A code that is there already stays as it is; bad lines stop no other.
 */
export async function importUnits(
  desk: Desk,
  { path, isApplied }: { readonly path: string; readonly isApplied: boolean },
  listener: UnitListener,
  now: () => number,
): Promise<UnitOutcome | UnitsRefused> {
  const caller = () => desk.inForce().then(({ policy }) => systemCaller(policy, now()));
  const lines: CsvLine[] = [];
  for await (const line of linesOf(path, await encodingOf(path), newReader())) {
    lines.push(line);
    if (lines.length > MOST_UNITS) break;
  }
  const heads = lines.slice(0, HEAD_WITHIN).map(({ cells }) => unitColumnsOf(cells));
  const index = heads.findIndex((columns) => missingUnitColumns(columns).length === 0);
  const columns = heads[Math.max(0, index)] ?? [];
  const missing = missingUnitColumns(columns);
  if (missing.length > 0) return { missing, heads: columns };
  listener.opened(columns);

  const there = new Set((await listUnits(desk, await caller())).map(({ code }) => code));
  const seen = new Map<string, number>();
  const outcome = { made: 0, known: 0, bad: 0 };
  for (const line of lines.slice(index + 1, MOST_UNITS)) {
    const judged = judgeUnit(line, columns, seen, (code) => there.has(code));
    if (!('unit' in judged)) {
      outcome.bad += 1;
      listener.bad(judged.faults);
      continue;
    }
    const { unit } = judged;
    seen.set(unit.code, line.line);
    if (there.has(unit.code)) outcome.known += 1;
    else {
      outcome.made += 1;
      if (isApplied) {
        const made = { ...unit, aliases: [...unit.aliases], isActive: true, activeFrom: null, activeTo: null };
        await createUnit(desk, await caller(), made);
      }
    }
  }
  const [beyond] = lines.slice(MOST_UNITS);
  if (beyond) {
    outcome.bad += 1;
    listener.bad([{ line: beyond.line, code: 'tooManyLines', column: '', value: '', limit: MOST_UNITS }]);
  }
  return outcome;
}
