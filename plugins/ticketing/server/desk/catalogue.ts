import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  createClock,
  isOpenOn,
  Refusal,
  wibDay,
  type Catalog,
  type Clock,
  type Day,
  type Named,
  type Tenure,
} from '../../domain';
import { UID } from '../database/content-types';
import { toCalendar, type CalendarRow, type HolidayRow } from './calendar-rows';
import {
  eventFieldsOf,
  targetsOf,
  toCategories,
  toService,
  type CategoryRow,
  type PriorityRow,
  type ServiceRecord,
} from './catalogue-rows';

export interface UnitRecord extends Named {
  readonly id: number;
  readonly isActive: boolean;
}

/** A unit that asks for work, with when it exists and what takes its place. */
export interface SkpdRecord extends UnitRecord, Tenure {}

/** All master data. */
export interface MasterData {
  /** The matrix of priorities is a setting, the units depend on the day: both join where the catalogue is handed out. */
  readonly catalog: Omit<Catalog, 'matrix' | 'skpd'>;
  readonly services: ReadonlyMap<string, ServiceRecord>;
  readonly skpd: ReadonlyMap<string, SkpdRecord>;
  readonly teams: ReadonlyMap<string, UnitRecord>;
  readonly clock: (code: string) => Clock;
  readonly clocks: ReadonlyMap<string, Clock>;
  /** Calendars that cannot be used as they stand, and why. */
  readonly broken: readonly { readonly calendar: string; readonly problem: string }[];
  /** Changes with anything a deadline depends on. */
  readonly calendarVersion: string;
}

interface UnitRow {
  id: number;
  code: string;
  name: string;
  isActive: boolean | null;
}
const unitsOf = (rows: readonly UnitRow[]) =>
  new Map(
    rows.map(({ id, code, name, isActive }): [string, UnitRecord] => [
      code,
      { id, code, name, isActive: isActive !== false },
    ]),
  );

interface SkpdRow extends UnitRow {
  activeFrom: Day | null;
  activeTo: Day | null;
  replacedBy: { code: string } | null;
}
const tenuresOf = (rows: readonly SkpdRow[]) =>
  new Map(
    rows.map(({ id, code, name, isActive, activeFrom, activeTo, replacedBy }): [string, SkpdRecord] => [
      code,
      {
        id,
        code,
        name,
        isActive: isActive !== false,
        activeFrom: activeFrom ?? null,
        activeTo: activeTo ?? null,
        replacedBy: replacedBy?.code ?? null,
      },
    ]),
  );

/** Units that may be chosen at an instant, by name. */
export const openUnits = ({ skpd }: MasterData, now: number): Named[] =>
  [...skpd.values()].filter((unit) => isOpenOn(unit, wibDay(now))).map(({ code, name }) => ({ code, name }));

/** A calendar that cannot be compiled leaves the one that was in force before. */
function clocksOf(
  rows: readonly CalendarRow[],
  holidays: readonly HolidayRow[],
  before: MasterData | null,
): Pick<MasterData, 'clocks' | 'broken'> {
  const clocks = new Map<string, Clock>();
  const broken: { calendar: string; problem: string }[] = [];
  for (const row of rows) {
    try {
      clocks.set(row.code, createClock(toCalendar(row, holidays)));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      broken.push({ calendar: row.code, problem: error.message });
      const last = before?.clocks.get(row.code);
      if (last) clocks.set(row.code, last);
    }
  }
  return { clocks, broken };
}

/** All master data as it stands. What was in force before helps out where a calendar cannot be used any more. */
export async function readMasterData(strapi: Core.Strapi, before: MasterData | null): Promise<MasterData> {
  const all = <Row>(uid: string, populate: object | undefined, orderBy: object): Promise<Row[]> =>
    strapi.db.query(uid as typeof UID.category).findMany({ populate: populate as never, orderBy }) as Promise<Row[]>;
  const [categoryRows, priorityRows, teamRows, skpdRows, calendarRows, holidayRows] = await Promise.all([
    all<CategoryRow>(
      UID.category,
      { parent: true, team: true, sla: true, fields: true },
      { order: 'asc', code: 'asc' },
    ),
    all<PriorityRow>(UID.priority, undefined, { rank: 'asc' }),
    all<UnitRow>(UID.team, undefined, { code: 'asc' }),
    all<SkpdRow>(UID.skpd, { replacedBy: true }, { name: 'asc' }),
    all<CalendarRow>(UID.calendar, { slots: true, periods: { populate: { slots: true } } }, { code: 'asc' }),
    all<HolidayRow>(UID.holiday, undefined, { date: 'asc' }),
  ]);
  const priorities = priorityRows.map(({ code, name, example, responseMinutes, resolutionMinutes }) => ({
    code,
    name,
    example: example ?? '',
    responseMinutes,
    resolutionMinutes,
  }));
  const leaves = categoryRows.filter((row) => row.parent);
  const services = new Map(
    leaves.map((row): [string, ServiceRecord] => {
      const service = toService(row, priorities);
      return [
        service.code,
        {
          id: row.id,
          // Whoever closes a category closes what is in it.
          isActive: row.isActive !== false && row.parent?.isActive !== false,
          service,
          targetFor: targetsOf(row, service, priorities),
          eventFields: eventFieldsOf(row),
        },
      ];
    }),
  );
  const { clocks, broken } = clocksOf(calendarRows, holidayRows, before);
  const teams = unitsOf(teamRows);
  const skpd = tenuresOf(skpdRows);
  const active = (units: ReadonlyMap<string, UnitRecord>): Named[] =>
    [...units.values()].filter((unit) => unit.isActive).map(({ code, name }) => ({ code, name }));
  return {
    catalog: { categories: toCategories(categoryRows, services), priorities, teams: active(teams) },
    services,
    skpd,
    teams,
    clocks,
    broken,
    calendarVersion: createHash('sha256')
      .update(JSON.stringify(calendarRows.map((row) => toCalendar(row, holidayRows))))
      .digest('hex'),
    clock: (code) => {
      const clock = clocks.get(code);
      if (!clock) throw new Refusal('unexpected', { missingCalendar: code });
      return clock;
    },
  };
}
