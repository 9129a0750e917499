import { Refusal } from '../../domain';
import { contract } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { UID } from '../database/content-types';
import type { Desk } from '../desk/desk';
import { changeWorkingHours, createWorkingHours, listWorkingHours, removeWorkingHours } from '../holidays/hours';
import { changeCategory, changeService, setServiceStanding } from '../services/keep';
import { bookRows, isService, rowAt, toCategory, toService, type BookRow } from '../services/rows';
import { readState } from '../strapi/recorder/state';
import { changeUnit } from '../units/keep';
import { listUnits } from '../units/list';
import { asSaid, laidOver, only, type Keeper, type Undoing, type Values } from './keeper';

const may = 'settings:manage';
const idOf = ({ entry }: Pick<Undoing, 'entry'>): number => Number(entry.subject.id);

/** As the recorder sees it: the very shape its entries were written in. */
export const recorded =
  (uid: string): Keeper['read'] =>
  async ({ strapi }, _, entry) => {
    const state = await readState(strapi, uid, Number(entry.subject.id));
    return state && { id: Number(entry.subject.id), values: state.values };
  };

/** Where the page of it is Strapi's own screen: a document saved, with every check that is asked of that screen. */
export const saved = async ({ strapi }: Desk, uid: string, id: number, data: Values): Promise<unknown> => {
  const row = await strapi.db.query(uid as 'admin::user').findOne({ where: { id }, select: ['documentId'] as never });
  if (!row) throw new Refusal('notFound');
  const { documentId } = row as unknown as { readonly documentId: string };
  return strapi.documents(uid as 'admin::user').update({ documentId, data: data as never });
};
const screen = (uid: string): Keeper => ({
  may,
  read: recorded(uid),
  write: (desk, _, undoing) => saved(desk, uid, idOf(undoing), undoing.toward),
});

/** Members go by their e-mail; whoever has no account any more cannot be put back. */
const team: Keeper = {
  ...screen(UID.team),
  write: async (desk, _, undoing) => {
    const { members, ...rest } = undoing.toward;
    if (members === undefined) return saved(desk, UID.team, idOf(undoing), rest);
    const emails = (members ?? []) as readonly string[];
    const rows = await desk.strapi.db.query(UID.staffUser).findMany({ where: { email: { $in: [...emails] } } });
    if (rows.length < emails.length) throw new Refusal('notUndoable');
    return saved(desk, UID.team, idOf(undoing), { ...rest, members: rows.map(({ id }) => id) });
  },
};

const HOURS_PARTS = ['alwaysOpen', 'slots', 'periods'];
const calendar: Keeper = {
  may,
  read: recorded(UID.calendar),
  write: async (desk, _, { event, found, toward }) => {
    if (event === 'delete')
      return createWorkingHours(desk, asSaid(contract.createWorkingHours.body, laidOver({}, toward, HOURS_PARTS)));
    const hours = (await listWorkingHours(desk)).find(({ code }) => code === found?.values['code']);
    if (!hours) throw new Refusal('notFound');
    const { code, version, name, alwaysOpen, slots, periods } = hours;
    if (event === 'create') return removeWorkingHours(desk, { code });
    // Services name it by its code, which only Strapi's own screen could have changed.
    if ('code' in toward) throw new Refusal('notUndoable');
    const said = laidOver({ version, name, alwaysOpen, slots, periods }, toward, HOURS_PARTS);
    return changeWorkingHours(desk, { code, ...asSaid(contract.changeWorkingHours.body, said) });
  },
};
const unit: Keeper = {
  may,
  read: recorded(UID.skpd),
  write: async (desk, caller, undoing) => {
    const id = idOf(undoing);
    const now = (await listUnits(desk, caller)).find((each) => each.id === id);
    if (!now) throw new Refusal('notFound');
    const { name, shortName, kind, parent, workDays, aliases, isActive, activeFrom, activeTo } = now;
    const kept = {
      name,
      shortName,
      kind,
      parent: parent?.code ?? null,
      workDays,
      aliases,
      isActive,
      activeFrom,
      activeTo,
    };
    const said = laidOver(kept, undoing.toward, ['workDays', 'aliases', 'isActive']);
    return changeUnit(desk, caller, { id, ...asSaid(contract.changeUnit.body, said) });
  },
};

const CATEGORY_WORDS = ['name', 'description', 'icon'];
/** The row as it would stand, with related rows by the codes that entries name them by. */
function laidOverRow(row: BookRow, { parent, team: handles, ...rest }: Values): BookRow {
  const coded = (code: unknown, now: { readonly code: string } | null) =>
    code === undefined ? now : code === null ? null : { code };
  return { ...row, ...rest, parent: coded(parent, row.parent), team: coded(handles, row.team) } as unknown as BookRow;
}
async function changeBook(desk: Desk, _: Caller, undoing: Undoing): Promise<unknown> {
  const [id, { isActive, ...toward }] = [idOf(undoing), undoing.toward];
  if (typeof isActive === 'boolean') await setServiceStanding(desk, { id, isActive });
  if (Object.keys(toward).length === 0) return;
  const rows = await bookRows(desk);
  const row = rowAt(rows, id, 'either');
  if (isService(row)) {
    const { id: _id, code: _code, isActive: _isActive, ...said } = toService(laidOverRow(row, toward));
    const { version } = toService(row);
    const former = said.fields.flatMap(({ key }) => (key === null ? [] : [key]));
    return changeService(desk, { id, ...asSaid(contract.changeService.body, { ...said, version }) }, former);
  }
  const { version, name, description, icon } = toCategory(row, rows);
  const said = { version, name, description, icon, ...only(toward, CATEGORY_WORDS) };
  return changeCategory(desk, { id, ...asSaid(contract.changeCategory.body, said) });
}

export const MASTERS = {
  team,
  priority: screen(UID.priority),
  identity: screen(UID.identity),
  'working-calendar': calendar,
  skpd: unit,
  category: { may, read: recorded(UID.category), write: changeBook },
} as const;
