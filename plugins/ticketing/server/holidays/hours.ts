import { createHash } from 'node:crypto';
import {
  firstIssues,
  HOURS_LIMITS,
  hoursIssues,
  Refusal,
  type Day,
  type Issue,
  type KeptHours,
  type OpenHours,
  type SaidHours,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import { UID } from '../database/content-types';
import { lock } from '../database/locks';
import { connection, inTransaction } from '../database/transaction';
import { calendarUses, type CalendarUse } from '../desk/calendar-uses';
import type { Desk } from '../desk/desk';

interface Row {
  readonly documentId: string;
  readonly code: string;
  readonly name: string;
  readonly alwaysOpen: boolean | null;
  readonly slots: readonly OpenHours[];
  readonly periods: readonly {
    readonly name: string;
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly slots: readonly OpenHours[];
  }[];
}

const rowsOf = ({ strapi }: Desk): Promise<Row[]> =>
  strapi.db.query(UID.calendar).findMany({
    populate: { slots: true, periods: { populate: { slots: true } } } as never,
    orderBy: { name: 'asc' } as never,
  }) as Promise<Row[]>;

/** In the order of the week, whoever typed them in whatever order. */
const inOrder = (slots: readonly OpenHours[]): OpenHours[] =>
  slots
    .map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
    .sort((one, other) => one.weekday - other.weekday || one.opens.localeCompare(other.opens));

function saidOf({ name, alwaysOpen, slots, periods }: Row): SaidHours {
  return {
    name,
    alwaysOpen: alwaysOpen === true,
    slots: inOrder(slots),
    periods: periods.map((period) => ({
      name: period.name,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      slots: inOrder(period.slots),
    })),
  };
}

const versionOf = (said: SaidHours): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);

function toKept(row: Row, uses: readonly CalendarUse[]): KeptHours {
  const said = saidOf(row);
  const { services, isBound } = uses.find(({ code }) => code === row.code) ?? { services: 0, isBound: true };
  return { code: row.code, version: versionOf(said), services, isRemovable: services === 0 && !isBound, ...said };
}

/** The calendars by which promises are counted, by name. */
export async function listWorkingHours(desk: Desk): Promise<KeptHours[]> {
  const uses = await calendarUses(connection(desk.strapi));
  return (await rowsOf(desk)).map((row) => toKept(row, uses));
}

const demand = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new Refusal('invalid', { issues: firstIssues(issues) });
};
/**
 * Of two who keep calendars the second sees what the first one did. Written through Strapi's documents, so that it is
 * recorded with its parts and every deadline hears of it.
 */
const alone = (desk: Desk, work: (rows: readonly Row[]) => Promise<unknown>): Promise<KeptHours[]> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'working-hours');
    await work(await rowsOf(desk));
    return listWorkingHours(desk);
  });
function known(rows: readonly Row[], code: string): Row {
  const row = rows.find((each) => each.code === code);
  if (!row) throw new Refusal('notFound');
  return row;
}

export const changeWorkingHours = (desk: Desk, { code, version, ...said }: Parsed<'changeWorkingHours'>) =>
  alone(desk, async (rows) => {
    const row = known(rows, code);
    if (versionOf(saidOf(row)) !== version) throw new Refusal('settingsChanged');
    demand(hoursIssues(said));
    await desk.strapi.documents(UID.calendar).update({ documentId: row.documentId, data: said as never });
  });

export const createWorkingHours = (desk: Desk, { code, ...said }: Parsed<'createWorkingHours'>) =>
  alone(desk, async (rows) => {
    if (rows.length >= HOURS_LIMITS.calendars)
      demand([{ field: 'code', code: 'tooMany', limit: HOURS_LIMITS.calendars }]);
    if (rows.some((row) => row.code === code)) demand([{ field: 'code', code: 'known' }]);
    demand(hoursIssues(said));
    await desk.strapi.documents(UID.calendar).create({ data: { code, ...said } as never });
  });

/** Only what nothing counts by: a ticket without its calendar has no deadline. */
export const removeWorkingHours = (desk: Desk, { code }: Parsed<'removeWorkingHours'>) =>
  alone(desk, async (rows) => {
    const { documentId, name } = known(rows, code);
    const kept = (await listWorkingHours(desk)).find((each) => each.code === code);
    if (!kept?.isRemovable) throw new Refusal('calendarInUse', { calendar: name });
    await desk.strapi.documents(UID.calendar).delete({ documentId });
  });
