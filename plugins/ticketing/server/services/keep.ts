import {
  firstIssues,
  keyedFields,
  Refusal,
  serviceIssues,
  type Issue,
  type KeptService,
  type SaidService,
  type ServiceBook,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import { isPattern } from '../../domain/pattern';
import { UID } from '../database/content-types';
import { lock } from '../database/locks';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { bookOf } from './list';
import { bookRows, isService, rowAt, toCategory, toService, type BookRow } from './rows';

const demand = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new Refusal('invalid', { issues: firstIssues(issues) });
};
/** Of two who keep the catalogue the second sees what the first one did. */
const alone = <T>(desk: Desk, work: (rows: BookRow[]) => Promise<T>): Promise<T> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'services');
    return work(await bookRows(desk));
  });
const answered = async (desk: Desk): Promise<ServiceBook> => bookOf(desk, await bookRows(desk));

/** Through Strapi's documents, so that it is recorded with its parts and the ground moves. */
const documents = ({ strapi }: Desk) => strapi.documents(UID.category);
const idIn = async ({ strapi }: Desk, code: string): Promise<number | undefined> =>
  ((await strapi.db.query(UID.team).findOne({ where: { code }, select: ['id'] })) as { id: number } | null)?.id;

/** The first place after those there are. */
const lastOrder = (rows: readonly BookRow[], group: string | null): number =>
  Math.max(-1, ...rows.filter(({ parent }) => (parent?.code ?? null) === group).map(({ order }) => order ?? 0)) + 1;

/** What Strapi keeps of what was said; `before` is null for a new one. */
async function dataOf(
  desk: Desk,
  rows: readonly BookRow[],
  said: SaidService,
  before: KeptService | null,
  former: readonly string[] = [],
) {
  const book = await bookOf(desk, rows);
  // A team that is no longer given work stays where it is until somebody chooses another.
  const teams = [...book.teams, ...(before ? [{ code: before.team }, { code: before.approver ?? before.team }] : [])];
  demand(
    serviceIssues(said, { ...book, teams, isPattern }, before && [...before.fields.map(({ key }) => key), ...former]),
  );
  const { group, team, fields, ...rest } = said;
  return {
    ...rest,
    parent: rows.find((row) => row.code === group)?.id,
    team: await idIn(desk, team),
    fields: keyedFields(fields).map(({ moment, ...field }) => ({ ...field, eventMoment: moment })),
  };
}

const demandNew = (rows: readonly BookRow[], code: string): void =>
  demand(rows.some((row) => row.code === code) ? [{ field: 'code', code: 'known' }] : []);
const demandSame = (version: string, now: { readonly version: string }): void => {
  if (version !== now.version) throw new Refusal('settingsChanged');
};

export const createService = (desk: Desk, { code, ...said }: Parsed<'createService'>): Promise<KeptService> =>
  alone(desk, async (rows) => {
    demandNew(rows, code);
    const data = {
      ...(await dataOf(desk, rows, said, null)),
      code,
      isActive: true,
      order: lastOrder(rows, said.group),
    };
    const { id } = await documents(desk).create({ data: data as never });
    return toService(rowAt(await bookRows(desk), Number(id), 'service'));
  });

/** `former` are keys of questions that were asked before and come back as they were. */
export const changeService = (
  desk: Desk,
  { id, version, ...said }: Parsed<'changeService'>,
  former: readonly string[] = [],
): Promise<KeptService> =>
  alone(desk, async (rows) => {
    const row = rowAt(rows, id, 'service');
    const before = toService(row);
    demandSame(version, before);
    const isMoved = before.group !== said.group;
    const data = {
      ...(await dataOf(desk, rows, said, before, former)),
      ...(isMoved && { order: lastOrder(rows, said.group) }),
    };
    await documents(desk).update({ documentId: row.documentId, data: data as never });
    return toService(rowAt(await bookRows(desk), id, 'service'));
  });

export const createCategory = (desk: Desk, { code, ...said }: Parsed<'createCategory'>): Promise<ServiceBook> =>
  alone(desk, async (rows) => {
    demandNew(rows, code);
    await documents(desk).create({
      data: { ...said, code, isActive: true, order: lastOrder(rows, null) } as never,
    });
    return answered(desk);
  });

export const changeCategory = (desk: Desk, { id, version, ...said }: Parsed<'changeCategory'>): Promise<ServiceBook> =>
  alone(desk, async (rows) => {
    const row = rowAt(rows, id, 'category');
    demandSame(version, toCategory(row, rows));
    await documents(desk).update({ documentId: row.documentId, data: said as never });
    return answered(desk);
  });

export const setServiceStanding = (desk: Desk, { id, isActive }: Parsed<'setServiceStanding'>): Promise<ServiceBook> =>
  alone(desk, async (rows) => {
    const { documentId } = rowAt(rows, id, 'either');
    await documents(desk).update({ documentId, data: { isActive } as never });
    return answered(desk);
  });

/** Written row by row, only where the place is another; whoever leaves one out has not seen it. */
export const orderServices = (desk: Desk, { group, codes }: Parsed<'orderServices'>): Promise<ServiceBook> =>
  alone(desk, async (rows) => {
    const siblings = rows.filter((row) => (group === null ? !isService(row) : row.parent?.code === group));
    const isComplete = siblings.length === codes.length && siblings.every(({ code }) => codes.includes(code));
    if (!isComplete) throw new Refusal('settingsChanged');
    for (const { id, code, order } of siblings)
      if (order !== codes.indexOf(code))
        await desk.strapi.db.query(UID.category).update({ where: { id }, data: { order: codes.indexOf(code) } });
    return answered(desk);
  });
