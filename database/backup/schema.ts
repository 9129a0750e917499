import type { Client } from 'pg';

/**
 * The statements that make a database's own objects anew, read from PostgreSQL's catalog as `pg_dump` does it: what
 * must be there before rows, and what is cheaper or only possible after them.
 */
export interface Schema {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Objects of a kind that a backup does not keep, by name: they are told, never left out in silence. */
  readonly leftOut: readonly string[];
}

/** A table whose rows are kept, with the columns that are written (generated ones make themselves). */
export interface Table {
  readonly name: string;
  readonly columns: string;
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`;
/** Not what came with an extension: the extension brings it. */
const notOf = (catalog: string, oid: string) =>
  `not exists (select 1 from pg_depend x where x.classid = '${catalog}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;

const SCHEMAS = `
  select format('create schema if not exists %I', n.nspname) as line from pg_namespace n
  where ${OURS} and ${notOf('pg_namespace', 'n.oid')} order by n.nspname`;
const EXTENSIONS = `
  select format('create extension if not exists %I schema %I', e.extname, n.nspname) as line
  from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql' order by e.oid`;
const ENUMS = `
  select format('create type %I.%I as enum (%s)', n.nspname, t.typname,
    (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
    as line
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'e' and ${OURS} and ${notOf('pg_type', 't.oid')} order by t.oid`;
const SEQUENCES = `
  select format('create %ssequence %I.%I as %s increment %s minvalue %s maxvalue %s start %s cache %s%s',
    case when c.relpersistence = 'u' then 'unlogged ' else '' end, n.nspname, c.relname, s.seqtypid::regtype,
    s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache, case when s.seqcycle then ' cycle' else '' end) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence s on s.seqrelid = c.oid
  where ${OURS} and ${notOf('pg_class', 'c.oid')}
    and not exists (select 1 from pg_depend x where x.objid = c.oid and x.deptype = 'i') order by c.oid`;
/** Bare columns: what their defaults call is made in between. An identity makes its own sequence. */
const TABLES = `
  select format('create %stable %I.%I (%s)%s%s', case when c.relpersistence = 'u' then 'unlogged ' else '' end,
    n.nspname, c.relname, coalesce((
      select string_agg(format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> t.typcollation and a.attcollation <> 0
          then ' collate ' || a.attcollation::regcollation else '' end,
        case when a.attgenerated <> '' then format(' generated always as (%s) %s',
            (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d where d.adrelid = c.oid and d.adnum = a.attnum),
            case a.attgenerated when 's' then 'stored' else 'virtual' end)
          when a.attidentity <> '' then (select format(' generated %s as identity (sequence name %I.%I increment %s '
            'minvalue %s maxvalue %s start %s cache %s%s)', case a.attidentity when 'a' then 'always' else 'by default' end,
            sn.nspname, sc.relname, s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
            case when s.seqcycle then ' cycle' else '' end)
            from pg_depend x join pg_class sc on sc.oid = x.objid join pg_namespace sn on sn.oid = sc.relnamespace
            join pg_sequence s on s.seqrelid = sc.oid
            where x.refobjid = c.oid and x.refobjsubid = a.attnum and x.deptype = 'i')
          else '' end,
        case when a.attnotnull then ' not null' else '' end), ', ' order by a.attnum)
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), ''),
    case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end,
    case when c.reloptions is null then '' else format(' with (%s)', array_to_string(c.reloptions, ', ')) end) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} and ${notOf('pg_class', 'c.oid')} order by c.oid`;
const PARTITIONS = `
  select format('alter table %s attach partition %s %s', i.inhparent::regclass, c.oid::regclass,
    pg_get_expr(c.relpartbound, c.oid)) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
  where c.relispartition and c.relkind in ('r', 'p') and ${OURS} order by c.oid`;
const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p', 'w') and ${OURS} and ${notOf('pg_proc', 'p.oid')} order by p.oid`;
/** An aggregate that only steps from a first value; any other kind is left out and told. */
const PLAIN = `a.aggkind = 'n' and a.aggfinalfn = 0 and a.aggcombinefn = 0 and a.aggmtransfn = 0 and a.aggsortop = 0
  and p.provariadic = 0`;
const AGGREGATES = `
  select format('create aggregate %s (sfunc = %s, stype = %s%s)', p.oid::regprocedure, a.aggtransfn,
    format_type(a.aggtranstype, null), ', initcond = ' || quote_literal(a.agginitval)) as line
  from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid join pg_namespace n on n.oid = p.pronamespace
  where ${PLAIN} and ${OURS} and ${notOf('pg_proc', 'p.oid')} order by p.oid`;
const DEFAULTS = `
  select format('alter table only %s alter column %I set default %s', c.oid::regclass, a.attname,
    pg_get_expr(d.adbin, d.adrelid)) as line
  from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
  where a.attgenerated = '' and c.relkind in ('r', 'p') and ${OURS} and ${notOf('pg_class', 'c.oid')}
  order by c.oid, a.attnum`;
const OWNED = `
  select format('alter sequence %s owned by %s.%I', s.oid::regclass, x.refobjid::regclass, a.attname) as line
  from pg_depend x join pg_class s on s.oid = x.objid and s.relkind = 'S' join pg_namespace n on n.oid = s.relnamespace
  join pg_attribute a on a.attrelid = x.refobjid and a.attnum = x.refobjsubid
  where x.deptype = 'a' and x.classid = 'pg_class'::regclass and x.refclassid = 'pg_class'::regclass and ${OURS}
  order by s.oid`;
const CONSTRAINTS = (kinds: string) => `
  select format('alter table %s%s add constraint %I %s', case when c.relkind = 'p' then '' else 'only ' end,
    c.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype in (${kinds}) and k.conparentid = 0 and ${OURS} and ${notOf('pg_class', 'c.oid')} order by k.oid`;
/** Of a partitioned table the index on all parts: PostgreSQL makes those of the parts with it. */
const INDEXES = `
  select case when c.relkind = 'I' then replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
    else pg_get_indexdef(i.indexrelid) end as line
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and i.indisvalid and not c.relispartition and ${notOf('pg_class', 'i.indrelid')}
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by i.indexrelid`;
const TRIGGERS = `
  select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and t.tgparentid = 0 and ${OURS} order by t.oid`;
const VIEWS = `
  select format('create %sview %s as %s', case c.relkind when 'm' then 'materialized ' else '' end, c.oid::regclass,
    pg_get_viewdef(c.oid)) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('v', 'm') and ${OURS} and ${notOf('pg_class', 'c.oid')} order by c.oid`;
const LEFT_OUT = `
  select 'foreign table ' || c.oid::regclass as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'f' and ${OURS}
  union all select 'aggregate ' || p.oid::regprocedure from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid
    join pg_namespace n on n.oid = p.pronamespace where not (${PLAIN}) and ${OURS} and ${notOf('pg_proc', 'p.oid')}
  union all select 'type ' || t.oid::regtype from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where ${OURS} and ${notOf('pg_type', 't.oid')} and (t.typtype in ('d', 'r') or t.typtype = 'c'
      and exists (select 1 from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
  union all select 'policy ' || polname from pg_policy
  union all select 'text search configuration ' || cfgname from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace
    where ${OURS} and ${notOf('pg_ts_config', 'c.oid')}
  union all select 'rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
    join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS}
  order by 1`;

const ROWS = `
  select format('%I.%I', n.nspname, c.relname) as name, (
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and ${OURS} and ${notOf('pg_class', 'c.oid')} order by n.nspname, c.relname`;

/** Names are written in full, and foreign search paths play no part. Ends with the transaction. */
const PLAINLY = `set local search_path = ''`;

export async function readSchema(client: Client): Promise<Schema> {
  await client.query(PLAINLY);
  const lines = async (...queries: readonly string[]): Promise<string[]> => {
    const all: string[] = [];
    for (const query of queries)
      all.push(...(await client.query<{ line: string }>(query)).rows.map(({ line }) => line));
    return all;
  };
  return {
    before: await lines(
      SCHEMAS,
      EXTENSIONS,
      ENUMS,
      SEQUENCES,
      TABLES,
      PARTITIONS,
      FUNCTIONS,
      AGGREGATES,
      DEFAULTS,
      OWNED,
    ),
    after: await lines(CONSTRAINTS(`'p', 'u', 'x', 'c'`), INDEXES, CONSTRAINTS(`'f'`), VIEWS, TRIGGERS),
    leftOut: await lines(LEFT_OUT),
  };
}

/** The tables whose rows are kept, in the order of their names. */
export async function readTables(client: Client): Promise<Table[]> {
  await client.query(PLAINLY);
  const { rows } = await client.query<Table>(ROWS);
  return rows.filter(({ columns }) => columns !== null);
}

/** Where each sequence stands, by its name in full. */
export interface Standing {
  readonly name: string;
  readonly last: string;
  readonly isCalled: boolean;
}

export async function readSequences(client: Client): Promise<Standing[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OURS} and ${notOf('pg_class', 'c.oid')} order by n.nspname, c.relname`,
  );
  const standing: Standing[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${name}`,
    );
    const row = found.rows[0];
    if (row) standing.push({ name, last: row.last, isCalled: row.called });
  }
  return standing;
}
