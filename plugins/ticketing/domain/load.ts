/** What PostgreSQL has counted since its figures began, at an instant. */
export interface LoadSample {
  /** Epoch ms. */
  readonly at: number;
  /** Ms that sessions spent executing. */
  readonly active: number;
  /** Blocks found in memory, and read from beyond it. */
  readonly hit: number;
  readonly read: number;
  readonly commits: number;
  /** Bytes of the write-ahead log. */
  readonly wal: number;
}
/** What one stretch of time was like. */
export interface LoadRates {
  /** Sessions that were executing, on average. */
  readonly sessions: number;
  /** Of a hundred blocks, how many were not in memory; 0 while so few are read that it says nothing of memory. */
  readonly misses: number;
  readonly commitsPerSecond: number;
  readonly walPerSecond: number;
}

/** Blocks read from beyond memory in a second, below which it is a start or an idle minute, and not a lack of memory. */
const FEWEST_READS = 1000;

/** Between two samples; null where figures began anew in between, or no time has passed. */
export function ratesBetween(first: LoadSample, last: LoadSample): LoadRates | null {
  const seconds = (last.at - first.at) / 1000;
  const [hit, read] = [last.hit - first.hit, last.read - first.read];
  const grown = [last.active - first.active, hit, read, last.commits - first.commits, last.wal - first.wal];
  if (seconds <= 0 || grown.some((each) => each < 0)) return null;
  return {
    sessions: (last.active - first.active) / 1000 / seconds,
    misses: read / seconds < FEWEST_READS ? 0 : (100 * read) / (hit + read),
    commitsPerSecond: (last.commits - first.commits) / seconds,
    walPerSecond: (last.wal - first.wal) / seconds,
  };
}

/** The busier of each figure. */
export const busiest = (a: LoadRates, b: LoadRates): LoadRates => ({
  sessions: Math.max(a.sessions, b.sessions),
  misses: Math.max(a.misses, b.misses),
  commitsPerSecond: Math.max(a.commitsPerSecond, b.commitsPerSecond),
  walPerSecond: Math.max(a.walPerSecond, b.walPerSecond),
});

export type LoadUnit = 'percent' | 'sessions' | 'bytes' | 'bytesPerSecond';
/** What is measured for a step; those of `LoadRates` by their busiest minute, the others as they are now. */
export interface LoadFigures extends Pick<LoadRates, 'sessions' | 'misses' | 'walPerSecond'> {
  /** Of a hundred connections that PostgreSQL takes, how many are taken. */
  readonly connections: number;
  /** Bytes of the largest table with its indexes, and of the whole database. */
  readonly largestTable: number;
  readonly database: number;
}

const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;

/**
 * What to do when one PostgreSQL no longer carries the city, in the order in which it is tried: what is cheap first. Each
 * with the figure that says so, and the number from which on it does. Numbers are rules of thumb for one machine of a few
 * processors, on the early side: what is prepared in time costs nobody a morning.
 */
export const LOAD_STEPS = [
  { step: 'memory', figure: 'misses', unit: 'percent', from: 2 },
  { step: 'replica', figure: 'sessions', unit: 'sessions', from: 2 },
  { step: 'pooler', figure: 'connections', unit: 'percent', from: 70 },
  { step: 'partitions', figure: 'largestTable', unit: 'bytes', from: 100 * GIBIBYTE },
  { step: 'disk', figure: 'walPerSecond', unit: 'bytesPerSecond', from: 20 * MEBIBYTE },
  { step: 'citus', figure: 'database', unit: 'bytes', from: 2048 * GIBIBYTE },
] as const satisfies readonly {
  readonly step: string;
  readonly figure: keyof LoadFigures;
  readonly unit: LoadUnit;
  readonly from: number;
}[];
export type LoadStep = (typeof LOAD_STEPS)[number]['step'];

/** Which steps are due by what was measured. */
export const stepsDue = (figures: LoadFigures): readonly LoadStep[] =>
  LOAD_STEPS.filter(({ figure, from }) => figures[figure] >= from).map(({ step }) => step);

/** What tables are for, by how their names begin; the first that fits counts. */
const PURPOSES = [
  ['audit', ['audit_']],
  ['search', ['ticket_search']],
  ['figures', ['ticket_facts', 'ticket_spans', 'ticket_effort', 'ticket_sums', 'stale_', 'summed_']],
  ['tickets', ['ticket', 'attachments', 'issued_', 'document_']],
  ['messages', ['letter', 'files_of_', 'notice', 'news_', 'webhook', 'short_', 'push_', 'quarantined_', 'whatsapp_']],
  ['jobs', ['pgboss.']],
] as const;
export type TablePurpose = (typeof PURPOSES)[number][0] | 'other';
/** What a table is for; of another schema than `public` its name begins with that. */
export const purposeOf = (table: string): TablePurpose =>
  PURPOSES.find(([, beginnings]) => beginnings.some((each) => table.startsWith(each)))?.[0] ?? 'other';
