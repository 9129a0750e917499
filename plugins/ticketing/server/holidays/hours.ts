import { createHash } from 'node:crypto';
import { firstIssues, hoursIssues, Refusal, type Day, type KeptHours, type OpenHours } from '../../domain';
import type { Parsed } from '../../domain/contract';
import { UID } from '../database/content-types';
import { lock } from '../database/locks';
import { inTransaction } from '../database/transaction';
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

function toKept({ code, name, alwaysOpen, slots, periods }: Row): KeptHours {
  const said = {
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
  const version = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
  return { code, version, ...said };
}

/** The calendars by which promises are counted, by name. */
export const listWorkingHours = async (desk: Desk): Promise<KeptHours[]> => (await rowsOf(desk)).map(toKept);

/** Written through Strapi's documents, so that it is recorded with its parts and every deadline hears of it. */
export const changeWorkingHours = (
  desk: Desk,
  { code, version, ...said }: Parsed<'changeWorkingHours'>,
): Promise<KeptHours[]> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'working-hours');
    const row = (await rowsOf(desk)).find((each) => each.code === code);
    if (!row) throw new Refusal('notFound');
    if (toKept(row).version !== version) throw new Refusal('settingsChanged');
    const issues = hoursIssues(said);
    if (issues.length > 0) throw new Refusal('invalid', { issues: firstIssues(issues) });
    await desk.strapi.documents(UID.calendar).update({ documentId: row.documentId, data: said as never });
    return listWorkingHours(desk);
  });
