import { CHANNELS, NOBODY, PRIORITIES, STATUSES, words, type Channel, type Priority, type Status } from '../../domain';
import { rowsOf, sql, type Sql } from '../database/sql';
import type { Asked } from './asked';

/** What a row stands for: its codes as the filter takes them, its name, and the row it is counted under. */
export interface Label {
  readonly code: string;
  readonly label: string;
  /** The key it is rolled up to, where that is asked for. */
  readonly under?: string;
}

interface Row {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly under: string | null;
}
const MASTERS: Partial<Record<Asked['by'], Sql>> = {
  skpd: sql`select id::text as key, code, name as label, replaced_by_id::text as under from skpd`,
  category: sql`select id::text as key, code, name as label, null as under from categories`,
  service: sql`select id::text as key, code, name as label, null as under from categories`,
  team: sql`select id::text as key, code, name as label, null as under from teams`,
  officer: sql`select id::text as key, id::text as code, name as label, null as under from desk_staff()`,
};
/** Rows that stand in an order of their own. */
export const LISTED: Partial<Record<Asked['by'], readonly string[]>> = {
  status: STATUSES,
  priority: PRIORITIES,
  channel: CHANNELS,
};

/** Names of everything rows may stand for. */
export async function labelsOf({ on, caller, by }: Asked): Promise<(key: string | null) => Label> {
  const { status, priority, channel, nobody } = words(caller.language);
  const master = MASTERS[by];
  const rows = master ? await rowsOf<Row>(on, master) : [];
  const known = new Map(
    rows.map(({ key, code, label, under }): [string, Label] => [key, { code, label, ...(under && { under }) }]),
  );
  const spoken = (key: string): string =>
    by === 'status'
      ? status[key as Status]
      : by === 'priority'
        ? priority[key as Priority]
        : by === 'channel'
          ? channel[key as Channel]
          : key;
  return (key) => {
    if (key === null)
      return { code: NOBODY, label: by === 'officer' ? nobody.officer : by === 'team' ? nobody.team : nobody.other };
    return known.get(key) ?? { code: key, label: spoken(key) };
  };
}
