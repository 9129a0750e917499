import type { Core } from '@strapi/strapi';
import { createClock, PRIORITY_MATRIX, Refusal, type Catalog, type Clock, type Named, type Service, type SlaTarget } from '../../domain';
import { UID } from '../content-types';
import { connection, rowsOf } from '../database';
import { eventFieldsOf, toCalendar, toCategories, toService, type CalendarRow, type CategoryRow, type HolidayRow, type PriorityRow } from './master-rows';

/** A service with what the server needs of it beyond the catalogue. */
export interface ServiceRecord { readonly id: number; readonly isActive: boolean; readonly service: Service; readonly target: SlaTarget; readonly eventFields: { readonly start: string; readonly end: string } | null }
export interface UnitRecord extends Named { readonly id: number; readonly isActive: boolean }

/** All master data, read once and kept until any of it changes. */
export interface Master {
  readonly catalog: Catalog;
  readonly services: ReadonlyMap<string, ServiceRecord>;
  readonly skpd: ReadonlyMap<string, UnitRecord>;
  readonly teams: ReadonlyMap<string, UnitRecord>;
  readonly clock: (code: string) => Clock;
}

/** One cheap question tells whether anything changed, also when another instance changed it. */
const VERSION = ['categories', 'priorities', 'teams', 'skpd', 'working_calendars', 'holidays']
  .map((table) => `(select count(*) || ':' || coalesce(max(updated_at)::text, '') || ':' || coalesce(max(id), 0) from ${table})`).join(` || '|' || `);

interface UnitRow { id: number; code: string; name: string; isActive: boolean | null }
const unitsOf = (rows: readonly UnitRow[]) => new Map(rows.map(({ id, code, name, isActive }): [string, UnitRecord] => [code, { id, code, name, isActive: isActive !== false }]));

async function read(strapi: Core.Strapi): Promise<Master> {
  const all = <Row>(uid: string, populate: object | undefined, orderBy: object): Promise<Row[]> => strapi.db.query(uid as typeof UID.category).findMany({ populate: populate as never, orderBy }) as Promise<Row[]>;
  const [categoryRows, priorityRows, teamRows, skpdRows, calendarRows, holidayRows] = await Promise.all([
    all<CategoryRow>(UID.category, { parent: true, team: true, sla: true, fields: true }, { order: 'asc', code: 'asc' }),
    all<PriorityRow>(UID.priority, undefined, { rank: 'asc' }),
    all<UnitRow>(UID.team, undefined, { code: 'asc' }),
    all<UnitRow>(UID.skpd, undefined, { name: 'asc' }),
    all<CalendarRow>(UID.calendar, { slots: true, periods: { populate: { slots: true } } }, { code: 'asc' }),
    all<HolidayRow>(UID.holiday, undefined, { date: 'asc' }),
  ]);
  const priorities = priorityRows.map(({ code, name, example, responseMinutes, resolutionMinutes }) => ({ code, name, example: example ?? '', responseMinutes, resolutionMinutes }));
  const leaves = categoryRows.filter((row) => row.parent);
  const services = new Map(leaves.map((row): [string, ServiceRecord] => {
    const service = toService(row, priorities);
    const { scope, ...target } = service.sla;
    return [service.code, { id: row.id, isActive: row.isActive !== false, service, target: { ...target, ...(scope ? { scope } : {}) }, eventFields: eventFieldsOf(row) }];
  }));
  const clocks = new Map(calendarRows.map((row): [string, Clock] => [row.code, createClock(toCalendar(row, holidayRows))]));
  const teams = unitsOf(teamRows);
  const skpd = unitsOf(skpdRows);
  const active = (units: ReadonlyMap<string, UnitRecord>): Named[] => [...units.values()].filter((unit) => unit.isActive).map(({ code, name }) => ({ code, name }));
  return {
    catalog: { categories: toCategories(categoryRows, services), priorities, teams: active(teams), skpd: active(skpd), matrix: PRIORITY_MATRIX },
    services, skpd, teams,
    clock: (code) => {
      const clock = clocks.get(code);
      if (!clock) throw new Refusal('unexpected', { missingCalendar: code });
      return clock;
    },
  };
}

export default ({ strapi }: { strapi: Core.Strapi }) => {
  let kept: { version: string; master: Promise<Master> } | null = null;
  return {
    async load(): Promise<Master> {
      const [row] = await rowsOf<{ version: string }>(connection(strapi), `select ${VERSION} as version`);
      const version = row?.version ?? '';
      if (kept?.version !== version) {
        const master = read(strapi);
        kept = { version, master };
        // A failed read must not be remembered as the answer.
        master.catch(() => { kept = null; });
      }
      return kept.master;
    },
  };
};
