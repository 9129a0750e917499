import type { Knex } from 'knex';
import { dayLater, type Report } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { reading } from '../database/replica';
import type { Desk } from '../desk/desk';
import { askedOf, scopeOf, type Asked, type By, type Query } from './asked';
import { completed } from './completed';
import { byMonth, grouped } from './grouped';
import { onceInAState, type Recall } from './once';
import { summary } from './summary';
import { survey } from './survey';

const SECOND_MS = 1000;

/** How each kind of rows is made. */
const KINDS: Record<By, (asked: Asked) => Promise<Report>> = {
  measure: summary,
  ticket: completed,
  period: survey,
  month: byMonth,
  status: grouped,
  skpd: grouped,
  category: grouped,
  service: grouped,
  priority: grouped,
  channel: grouped,
  officer: grouped,
  team: grouped,
};

/** A trend of less than a year says little: it begins eleven months before the last one, or earlier where asked. */
function reaching(asked: Asked): Asked {
  const first = `${dayLater(`${asked.days.to.slice(0, 7)}-01`, -320).slice(0, 7)}-01`;
  const { from, to } = asked.days;
  return asked.report === 'trend' && first < from ? { ...asked, days: { from: first, to } } : asked;
}

const once = onceInAState<Report>();
/** Everything an answer depends on besides the database: what is asked, when, in which language, and who may see what. */
function questionOf(asked: Asked, query: Query): string {
  const { now, language, actor } = asked.caller;
  const scopes = (['seen', 'counted'] as const).map((part) => scopeOf(asked, 'SUBMITTED', part));
  return JSON.stringify([query, now, language, actor.roles, actor.grants, scopes]);
}

async function readOn(on: Knex, recall: Recall<Report>, desk: Desk, caller: Caller, query: Query): Promise<Report> {
  // Of this second: who ask the same within it are told the same, and the database is asked once.
  const now = caller.now - (caller.now % SECOND_MS);
  const asked = reaching(await askedOf(desk, on, { ...caller, now }, query));
  return recall(questionOf(asked, query), () => KINDS[asked.by](asked));
}

/** One report, as this caller may see it, over the period asked for; read on the replica where one is set. */
export const readReport = (desk: Desk, caller: Caller, query: Query): Promise<Report> =>
  reading(desk.strapi, async (on) => readOn(on, await once(on), desk, caller, query));

/** Several reports of one period and the same filters. */
export const listReports = (
  desk: Desk,
  caller: Caller,
  { names, ...query }: Parsed<'listReports'>,
): Promise<Report[]> =>
  reading(desk.strapi, async (on) => {
    const recall = await once(on);
    return Promise.all(names.map((report) => readOn(on, recall, desk, caller, { ...query, report })));
  });
