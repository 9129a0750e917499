import { withClient, type Ssl } from '../connect.ts';

export interface Run {
  readonly kind: 'BACKUP' | 'REHEARSAL';
  readonly isGood: boolean;
  /** When it was begun. */
  readonly at: Date;
  readonly file: string | null;
  readonly detail: object;
}

/** Writes down how a run ended. A database of an older release has no such table yet, and that is no failure. */
export const recordRun = (url: string, ssl: Ssl, { kind, isGood, at, file, detail }: Run): Promise<void> =>
  withClient(
    url,
    async (client) => {
      const { rows } = await client.query<{ is: boolean }>(
        `select to_regclass('public.backup_runs') is not null as is`,
      );
      if (!rows[0]?.is) return;
      await client.query(
        `insert into public.backup_runs (kind, is_good, started_at, ended_at, file, detail)
         values ($1, $2, $3, now(), $4, $5)`,
        [kind, isGood, at, file, JSON.stringify(detail)],
      );
    },
    ssl,
  );
