import type { Named } from './named';
import type { Issue } from './refusal';
import { isDay, parseDay, toDay, type Day } from './wib';

/** When a unit exists and which one takes its place, by code. Days in WIB, both included; null is without an end. */
export interface Tenure {
  readonly isActive: boolean;
  readonly activeFrom: Day | null;
  readonly activeTo: Day | null;
  readonly replacedBy: string | null;
}
export type Tenures = ReadonlyMap<string, Tenure>;

/** A unit as administrators keep it. */
export interface UnitEntry extends Omit<Tenure, 'replacedBy'>, Named {
  readonly id: number;
  readonly shortName: string | null;
  /** `dinas`, `badan`, `kecamatan` …, in the city's words. */
  readonly kind: string | null;
  readonly parent: Named | null;
  /** Days a week the unit works: 5, 6 or 7. */
  readonly workDays: number;
  readonly aliases: readonly string[];
  readonly replacedBy: Named | null;
  /** Whether it may be chosen today. */
  readonly isOpen: boolean;
  readonly tickets: number;
  readonly accounts: number;
}
/** Most other names of one unit, and most units that one takes the place of at once. */
export const UNIT_LISTS = { aliases: 20, from: 20 } as const;
/** Most characters of a unit's name. */
export const UNIT_NAME = 200;
export const UNIT_CODE = /^[A-Z0-9-]{1,40}$/;

/** Whether a unit may be chosen on a day: for a request, for an account. */
export const isOpenOn = ({ isActive, activeFrom, activeTo }: Tenure, day: Day): boolean =>
  isActive && (activeFrom === null || activeFrom <= day) && (activeTo === null || day <= activeTo);

const isReplacedOn = ({ isActive, activeTo, replacedBy }: Tenure, day: Day): boolean =>
  replacedBy !== null && (!isActive || (activeTo !== null && activeTo < day));

/** The unit that stands in a unit's place on a day: itself, or the last of those that followed it. */
export function standingFor(units: Tenures, code: string, day: Day): string {
  const seen = new Set<string>();
  let here = code;
  for (;;) {
    const unit = units.get(here);
    if (!unit?.replacedBy || !isReplacedOn(unit, day) || !units.has(unit.replacedBy) || seen.has(here)) return here;
    seen.add(here);
    here = unit.replacedBy;
  }
}

/** Units whose place this one holds on a day: what they filed is its own. */
export const formerUnitsOf = (units: Tenures, code: string, day: Day): string[] =>
  [...units.keys()].filter((other) => other !== code && standingFor(units, other, day) === code);

/** One unit or several give way to another from a day on: a merger, or a new name. */
export interface Replacement {
  readonly from: readonly string[];
  readonly into: string;
  /** The first day of the new one. */
  readonly day: Day;
}

/** The day before. Throws a `RangeError` on what is no day. */
export const dayBefore = (day: Day): Day => toDay(parseDay(day) - 1);

/** What stands against it: a unit that is not there, that is the new one itself, or that has given way already. */
export function replacementIssues(units: Tenures, { from, into, day }: Replacement): Issue[] {
  if (!isDay(day)) return [{ field: 'day', code: 'wrongFormat' }];
  const next = units.get(into);
  const bad = (field: string): Issue => ({ field, code: 'unsuitable' });
  return [
    ...(from.some((code) => !units.has(code) || code === into || isReplacedOn(units.get(code) as Tenure, day))
      ? [bad('from')]
      : []),
    ...(next && (isReplacedOn(next, day) || from.includes(standingFor(planned(units), into, day)))
      ? [bad('into')]
      : []),
  ];
}

/** The same units with every announced replacement taken as done, so that no two give way to each other. */
const planned = (units: Tenures): Tenures =>
  new Map([...units].map(([code, unit]) => [code, unit.replacedBy ? { ...unit, isActive: false } : unit]));

/** What stands against one unit's own dates. */
export const tenureIssues = ({ activeFrom, activeTo }: Pick<Tenure, 'activeFrom' | 'activeTo'>): Issue[] =>
  activeFrom && activeTo && activeTo < activeFrom ? [{ field: 'activeTo', code: 'tooSmall', limit: activeFrom }] : [];

/** What stands against a unit's parent: it is not there, or lies below the unit itself. `parents` by code of the child. */
export function parentIssues(parents: ReadonlyMap<string, string | null>, parent: string, own: string | null): Issue[] {
  const seen = new Set<string>();
  let here: string | null = parent;
  while (here !== null && here !== own && !seen.has(here)) {
    seen.add(here);
    here = parents.get(here) ?? null;
  }
  const isBelow = own !== null && here === own;
  return !parents.has(parent) || isBelow ? [{ field: 'parent', code: 'unsuitable' }] : [];
}
