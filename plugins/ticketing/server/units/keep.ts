import {
  dayBefore,
  firstIssues,
  parentIssues,
  Refusal,
  replacementIssues,
  tenureIssues,
  type Issue,
  type Tenure,
  type UnitEntry,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { UID } from '../database/content-types';
import { lock } from '../database/locks';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { listUnits } from './list';

type Said = Omit<Parsed<'changeUnit'>, 'id'>;
type Units = readonly UnitEntry[];

const demand = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new Refusal('invalid', { issues: firstIssues(issues) });
};
/** Of two who rearrange units the second sees what the first one did. */
const alone = (desk: Desk, caller: Caller, work: (units: Units) => Promise<unknown>): Promise<UnitEntry[]> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'units');
    await work(await listUnits(desk, caller));
    return listUnits(desk, caller);
  });

const coded = (units: Units, code: string) => units.find((unit) => unit.code === code);
const tenures = (units: Units): ReadonlyMap<string, Tenure> =>
  new Map(units.map((unit) => [unit.code, { ...unit, replacedBy: unit.replacedBy?.code ?? null }]));

/** Written through Strapi, so that it is recorded and the ground moves. */
const write = ({ strapi }: Desk, id: number, data: object): Promise<unknown> =>
  strapi.db.query(UID.skpd).update({ where: { id }, data: data as never });
const make = ({ strapi }: Desk, data: object): Promise<unknown> =>
  strapi.documents(UID.skpd).create({ data: data as never });

/** The row of what was said; a parent is there, and not below the unit itself. */
function rowOf(units: Units, { parent, ...said }: Said, own: string | null) {
  const parents = new Map(units.map((unit) => [unit.code, unit.parent?.code ?? null]));
  demand([...tenureIssues(said), ...(parent === null ? [] : parentIssues(parents, parent, own))]);
  return { ...said, parent: parent === null ? null : coded(units, parent)?.id };
}

const known = (units: Units, id: number): UnitEntry => {
  const unit = units.find((each) => each.id === id);
  if (!unit) throw new Refusal('notFound');
  return unit;
};

export const createUnit = (desk: Desk, caller: Caller, { code, ...said }: Parsed<'createUnit'>) =>
  alone(desk, caller, async (units) => {
    if (coded(units, code)) demand([{ field: 'code', code: 'known' }]);
    await make(desk, { code, ...rowOf(units, said, null) });
  });

export const changeUnit = (desk: Desk, caller: Caller, { id, ...said }: Parsed<'changeUnit'>) =>
  alone(desk, caller, async (units) => write(desk, id, rowOf(units, said, known(units, id).code)));

/** A merger, or a new name: the old ones end the day before, the new one is there from that day on. */
export const replaceUnits = (desk: Desk, caller: Caller, request: Parsed<'replaceUnits'>) =>
  alone(desk, caller, async (units) => {
    const { into, name, shortName, day } = request;
    const from = [...new Set(request.from)];
    const next = coded(units, into);
    if (name !== undefined && next) demand([{ field: 'into', code: 'known' }]);
    if (name === undefined && !next) demand([{ field: 'into', code: 'unsuitable' }]);
    demand(replacementIssues(tenures(units), { from, into, day }));
    const olds = from.flatMap((code) => coded(units, code) ?? []);
    if (name !== undefined) {
      const [first] = olds;
      await make(desk, {
        ...{ code: into, name, shortName, kind: first?.kind ?? null, workDays: first?.workDays ?? 5 },
        ...{ aliases: [], isActive: true, activeFrom: day },
      });
    } else if (next && !next.isOpen) await write(desk, next.id, { isActive: true, activeFrom: day, activeTo: null });
    const successor = coded(await listUnits(desk, caller), into);
    for (const { id } of olds) await write(desk, id, { activeTo: dayBefore(day), replacedBy: successor?.id });
  });

export const restoreUnit = (desk: Desk, caller: Caller, { id }: Parsed<'restoreUnit'>) =>
  alone(desk, caller, async (units) => {
    known(units, id);
    await write(desk, id, { isActive: true, activeTo: null, replacedBy: null });
  });
