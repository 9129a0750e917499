import { judgeUnit, missingUnitColumns, unitColumnsOf, type UnitField } from '../../domain/imports';
import { systemCaller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { createUnit } from '../units/keep';
import { listUnits } from '../units/list';
import { openSmallList, type ListAsked, type ListListener, type ListOutcome, type ListRefused } from './small-list';

/** A city has some hundred units; more lines than this are another list. */
const MOST_UNITS = 2000;

/**
 * Tries a list of units, or makes those that are not there yet, by the very use case of the settings, so that each is
 * recorded. A code that is there already stays as it is; bad lines stop no other.
 */
export async function importUnits(
  desk: Desk,
  { path, isApplied }: ListAsked,
  listener: ListListener<UnitField>,
  now: () => number,
): Promise<ListOutcome | ListRefused<UnitField>> {
  const caller = () => desk.inForce().then(({ policy }) => systemCaller(policy, now()));
  const list = await openSmallList(path, { columnsOf: unitColumnsOf, missing: missingUnitColumns, most: MOST_UNITS });
  if ('missing' in list) return list;
  const { columns, lines, faults } = list;
  listener.opened(columns);

  const there = new Set((await listUnits(desk, await caller())).map(({ code }) => code));
  const seen = new Map<string, number>();
  const outcome = { made: 0, known: 0, bad: faults.length };
  for (const line of lines) {
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
  listener.bad(faults);
  return outcome;
}
