import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { z } from 'zod';
import { DIMENSION_IDS, isDay, MEASURE_IDS, REPORTS, totalsAgain } from '../../domain';
import type { CheckedReport } from '../../domain/contract';

/** Longest attachment that is unpacked, in bytes: a report of years is a tenth of it. */
const MOST_BYTES = 4 * 1024 * 1024;
/** So many streams are looked at; a report of ours has one. */
const MOST_STREAMS = 8;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;

const day = z.string().refine(isDay);
const shortText = z.string().max(60);
const ATTACHED = z.object({
  report: z.object({
    report: z.enum(REPORTS),
    by: z.enum(['measure', 'ticket', 'period', ...DIMENSION_IDS]),
    from: day,
    to: day,
    asOf: z.iso.datetime(),
    columns: z.array(z.object({ key: shortText, measure: z.enum(MEASURE_IDS).nullable() })).max(MOST_COLUMNS),
    rows: z.array(z.object({ cells: z.record(shortText, z.union([z.string(), z.number(), z.null()])) })).max(MOST_ROWS),
    totals: z.record(shortText, z.number().nullable()).nullable(),
  }),
});

/** The streams of embedded files in a PDF as we write it; of any other PDF none, or bytes that nobody understands. */
function embedded(pdf: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (
    let at = pdf.indexOf('/EmbeddedFile\n');
    at >= 0 && found.length < MOST_STREAMS;
    at = pdf.indexOf('/EmbeddedFile\n', at + 1)
  ) {
    const begin = pdf.indexOf('stream\n', at);
    const head = pdf.toString('latin1', at, Math.min(begin, at + 1000));
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    if (begin < 0 || length === 0) continue;
    const bytes = pdf.subarray(begin + 'stream\n'.length, begin + 'stream\n'.length + length);
    found.push(...(head.includes('/FlateDecode') ? unpacked(bytes) : [bytes]));
  }
  return found.filter(({ length }) => length <= MOST_BYTES);
}
function unpacked(bytes: Buffer): Buffer[] {
  try {
    return [inflateSync(bytes, { maxOutputLength: MOST_BYTES })];
  } catch {
    return [];
  }
}

function reportIn(bytes: Buffer): CheckedReport | null {
  let said: unknown;
  try {
    said = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  const { success, data } = ATTACHED.safeParse(said);
  if (!success) return null;
  const { report, from, to, asOf, rows } = data.report;
  return {
    ...{ report, from, to, asOf, rows: rows.length, totals: totalsAgain(data.report) },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/**
 * The report that travels inside a PDF at this place, added up again; null where there is none. It is hostile until it is
 * read, and reading it may keep a processor busy: a thread does it (`render/pool.ts`).
 */
export default async function checkedReport({ place }: { readonly place: string }): Promise<CheckedReport | null> {
  for (const bytes of embedded(await readFile(place))) {
    const report = reportIn(bytes);
    if (report) return report;
  }
  return null;
}
