import fs from 'node:fs';
import path from 'node:path';
import { shiftedTo } from '../support/clock';
import { openNewWorld, openWorld, type World } from '../support/world';

interface Sample {
  nomor: string;
  judul: string;
  skpd: string;
  kategori: string;
  status: keyof typeof STATUS;
  prioritas: string;
  dibuatPada: string;
  tenggatRespons: string;
  tenggatSelesai: string;
  menitJeda: number;
  dibukaKembali: number;
  responsPertamaPada: string | null;
  selesaiPada: string | null;
  penilaian: { nilai: number } | null;
  komentar: unknown[];
}
const STATUS = {
  BARU: 'NEW',
  DIPROSES: 'IN_PROGRESS',
  MENUNGGU_PEMOHON: 'WAITING_REQUESTER',
  MENUNGGU_PIHAK_KETIGA: 'WAITING_THIRD_PARTY',
  SELESAI: 'RESOLVED',
  DITOLAK: 'REJECTED',
  DIBATALKAN: 'CANCELLED',
} as const;
const { meta, tiket } = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../../database/seed/tiket-contoh.json'), 'utf8'),
) as { meta: { acuanSekarang: string }; tiket: Sample[] };

interface Row {
  title: string;
  number: string;
  status: string;
  priority: string;
  skpd: string;
  category: string;
  submitted_at: Date;
  response_due_at: Date;
  resolution_due_at: Date;
  first_response_at: Date | null;
  resolved_at: Date | null;
  paused_minutes: number;
  reopen_count: number;
  rating: number | null;
  is_paused: boolean;
}
/** Loaded today, as for everybody else's tests. */
let world: World;
/** Loaded at the moment for which the city worked its numbers out, whatever day it is. */
let thatDay: World;
let rows: Map<string, Row>;
let rowsOfThatDay: Map<string, Row>;

async function rowsOf({ database }: World): Promise<Map<string, Row>> {
  const found = await database.query<Row>(
    'select t.*, s.code as skpd, c.code as category from tickets t join skpd s on s.id = t.skpd_id join ' +
      'categories c on c.id = t.category_id',
  );
  return new Map(found.rows.map((row) => [row.title, row]));
}
beforeAll(async () => {
  [world, thatDay] = await Promise.all([openWorld(), openNewWorld(shiftedTo(meta.acuanSekarang))]);
  [rows, rowsOfThatDay] = [await rowsOf(world), await rowsOf(thatDay)];
});
afterAll(() => Promise.all([world.close(), thatDay.close()]));

const WEEK = 7 * 86_400_000;
const DAYS = [
  ['today', () => rows],
  ['on the day they were described', () => rowsOfThatDay],
] as const;
const minute = (at: Date | string | null, shift = 0): number | null =>
  at === null ? null : Math.round((new Date(at).getTime() + shift) / 60_000);
const rowOf = (all: Map<string, Row>, { judul }: Sample): Row => {
  const row = all.get(judul);
  if (!row) throw new Error(`the sample "${judul}" did not come in`);
  return row;
};
const shiftOf = (row: Row, { dibuatPada }: Sample): number => row.submitted_at.getTime() - Date.parse(dibuatPada);

test.each(DAYS)(
  'loaded %s, the 47 samples came in through the use cases, in the state the city described',
  (_, all) => {
    expect(all().size).toBe(tiket.length);
    for (const sample of tiket) {
      expect({ sample: sample.nomor, ...rowOf(all(), sample) }).toMatchObject({
        sample: sample.nomor,
        status: STATUS[sample.status],
        skpd: sample.skpd,
        category: sample.kategori,
        priority: sample.prioritas,
        reopen_count: sample.dibukaKembali,
        rating: sample.penilaian?.nilai ?? null,
      });
    }
  },
);

test.each(DAYS)('loaded %s, they moved by the same whole weeks, so that weekdays and minutes stay right', (_, all) => {
  const shifts = new Set(tiket.map((sample) => shiftOf(rowOf(all(), sample), sample)));
  expect([...shifts].map((shift) => Math.abs(shift) % WEEK)).toEqual([0]);
  for (const sample of tiket) {
    const row = rowOf(all(), sample);
    const shift = shiftOf(row, sample);
    expect({
      sample: sample.nomor,
      first: minute(row.first_response_at),
      resolved: minute(row.resolved_at),
    }).toEqual({
      sample: sample.nomor,
      first: minute(sample.responsPertamaPada, shift),
      resolved: sample.status === 'SELESAI' ? minute(sample.selesaiPada, shift) : null,
    });
  }
});

// In weeks with other holidays the same working time ends elsewhere, so the city's own numbers hold in their own
// weeks only.
test('their deadlines and pauses come out to the minute', () => {
  for (const sample of tiket) {
    const row = rowOf(rowsOfThatDay, sample);
    expect({
      sample: sample.nomor,
      submitted: minute(row.submitted_at),
      response: minute(row.response_due_at),
      resolution: minute(row.resolution_due_at),
      paused: row.paused_minutes,
    }).toEqual({
      sample: sample.nomor,
      submitted: minute(sample.dibuatPada),
      response: minute(sample.tenggatRespons),
      resolution: minute(sample.tenggatSelesai),
      paused: sample.menitJeda,
    });
  }
});

test('each has a history that begins with its submission and tells as much as the sample does', async () => {
  const { rows: counts } = await world.database.query(
    "select subject_id, count(*)::int as entries, (array_agg(event order by id))[1] as first from audit_entries where subject_type = 'ticket' group by subject_id",
  );
  expect(counts).toHaveLength(tiket.length);
  for (const { first } of counts) expect(first).toBe('submit');
});
