/** How long one measurement lasts, after a warm-up of a tenth. */
const MEASURE_MS = 600;

/** Numbers from 0 to 1 that are the same in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What nobody reads a compiler may leave out; this is read. */
let sink = 0;

/** Processor time of this thread in ms: what others do on the machine meanwhile does not count. */
const spentSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
};

function rounds(work: (index: number) => number, milliseconds: number): number {
  const start = process.threadCpuUsage();
  let done = 0;
  for (let batch = 1; ; batch = Math.min(batch * 2, 4096)) {
    for (let index = 0; index < batch; index += 1) sink += work(done + index);
    done += batch;
    const spent = spentSince(start);
    if (spent >= milliseconds) return done / (spent / 1000);
  }
}

/** How often this can be done in a second of one core. */
export function perSecond(work: (index: number) => number): number {
  rounds(work, MEASURE_MS / 10);
  const rate = rounds(work, MEASURE_MS);
  if (Number.isNaN(sink)) throw new Error('the measured work gives no numbers');
  return rate;
}

/** So many pieces of work by so many hands: how many a second, and how long one takes (median and 95 of 100, in ms). */
export async function inParallel(
  hands: number,
  count: number,
  work: (index: number) => Promise<unknown>,
): Promise<[number, number, number]> {
  const took: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: hands }, async () => {
      while (next < count) {
        const index = next++;
        const began = performance.now();
        await work(index);
        took.push(performance.now() - began);
      }
    }),
  );
  const spent = performance.now() - start;
  took.sort((a, b) => a - b);
  return [count / (spent / 1000), took[Math.floor(count * 0.5)] ?? 0, took[Math.floor(count * 0.95)] ?? 0];
}

/** The middle one of some measurements. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The middle one with the least and the most beside it, so many digits after the point. */
export const middle = (values: readonly number[], digits = 0): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
};

const written = (cell: string | number): string =>
  typeof cell === 'string' ? cell : cell.toLocaleString('id-ID', { maximumFractionDigits: cell < 100 ? 1 : 0 });

/** A table for people; jest shows them what goes to stderr. */
export function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [head, ...rows.map((row) => row.map(written))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ');
  process.stderr.write(`\n${title}\n${cells.map((row) => `  ${line(row)}`).join('\n')}\n`);
}
