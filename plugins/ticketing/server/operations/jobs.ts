import { isJobName, nextByCron } from '../../domain';
import type { JobState } from '../../domain/contract';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

interface Row {
  readonly name: string;
  readonly cron: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  readonly last: {
    readonly at: string;
    readonly seconds: number;
    readonly state: string;
    readonly why: unknown;
  } | null;
}
const ROWS = sql`
  select s.name, s.cron,
    count(*) filter (where j.state in ('created', 'retry'))::int as waiting,
    count(*) filter (where j.state = 'active')::int as active,
    count(*) filter (where j.state = 'failed')::int as failed,
    (array_agg(json_build_object('at', j.completed_on, 'state', j.state,
      'seconds', extract(epoch from j.completed_on - j.started_on)::float8, 'why', j.output ->> 'message')
      order by j.completed_on desc) filter (where j.completed_on is not null and j.started_on is not null))[1] as last
  from pgboss.schedule s left join pgboss.job j on j.name = s.name group by s.name, s.cron order by s.name`;

function toState({ name, cron, waiting, active, failed, last }: Row, now: number): JobState[] {
  // A schedule of another release is none of ours.
  if (!isJobName(name)) return [];
  const next = nextByCron(cron, now);
  return [
    {
      name,
      cron,
      isRunning: active > 0,
      isWaiting: waiting > 0,
      failed,
      last: last && {
        at: new Date(last.at).toISOString(),
        seconds: last.seconds,
        isGood: last.state === 'completed',
        why: last.state === 'completed' || typeof last.why !== 'string' ? null : last.why,
      },
      nextAt: next === null ? null : new Date(next).toISOString(),
    },
  ];
}

/** What happens by itself; before the scheduler has made its tables there is nothing to tell of it. */
export async function readJobs(desk: Desk, now: number): Promise<JobState[]> {
  const on = connection(desk.strapi);
  const [scheduled] = await rowsOf<{ is: boolean }>(on, sql`select to_regclass('pgboss.schedule') is not null as is`);
  return scheduled?.is ? (await rowsOf<Row>(on, ROWS)).flatMap((row) => toState(row, now)) : [];
}
