import { fileOf, PDF } from '../../support/files';
import { bare, outage, type Person } from '../../support/world';
import { type ReadCell, type ReadSheet, readWorkbook } from '../../support/xlsx';
import { csvOf, linesOf, world } from './stage';

const sheetsOf = async (
  person: Person,
  request: Omit<Parameters<Person['exportTickets']>[0], 'format'> = {},
): Promise<ReadSheet[]> =>
  readWorkbook(await (await person.exportTickets({ format: 'xlsx', ...request })).arrayBuffer());
export const sheetOf = async (...asked: Parameters<typeof sheetsOf>): Promise<readonly (readonly ReadCell[])[]> =>
  (await sheetsOf(...asked))[0]?.rows ?? [];
const COLUMNS = 'number,title,status,submittedAt,resolvedAt,reopenCount,resolution';

test('a workbook says cell by cell what the list says: real numbers, real dates in WIB, text that is no formula', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage({ title: '=1+1 & <b>tebal</b>' }));
  await world.database.query(
    "update tickets set submitted_at = '2026-11-20 20:30:00', reopen_count = 2 where number = $1",
    [number],
  );
  const [head, ...rows] = await sheetOf(clerk, { columns: COLUMNS, sort: 'number' });
  expect(head).toEqual([
    'Nomor',
    'Judul',
    'Status',
    'Diajukan (WIB)',
    'Selesai (WIB)',
    'Dibuka kembali (kali)',
    'Terhadap tenggat',
  ]);
  const lines = await linesOf(clerk, { columns: COLUMNS, sort: 'number' });
  const onTheWall = (at: unknown) =>
    at === null ? null : { date: new Date(Date.parse(at as string) + 7 * 3_600_000).toISOString().slice(0, 16) };
  const toMinute = (cell: ReadCell = null) =>
    cell !== null && typeof cell === 'object' ? { date: cell.date.slice(0, 16) } : cell;
  const read = rows.map(([no, title, , at, end, count]) => [no, title, toMinute(at), toMinute(end), count]);
  expect(read).toEqual(
    lines.map((line) => [
      line['number'],
      line['title'],
      onTheWall(line['submittedAt']),
      onTheWall(line['resolvedAt']),
      line['reopenCount'],
    ]),
  );
  const own = rows.find(([no]) => no === number);
  expect(own?.[1]).toBe('=1+1 & <b>tebal</b>');
  expect(toMinute(own?.[3])).toEqual({ date: '2026-11-21T03:30' });
  expect(own?.[5]).toBe(2);
  const [sheet] = await sheetsOf(clerk, { columns: 'number,title', q: number });
  expect(sheet).toMatchObject({ name: 'Tiket', frozenRows: 1, filter: 'A1:B2' });
});

test('a file says of the deadline what the ticket’s page says', async () => {
  const officer = await world.staff('Laila Safitri');
  const lines = await linesOf(officer, { columns: 'number,resolution' });
  for (const verdict of ['RUNNING', 'PAUSED', 'LATE', 'ON_TIME', 'NOT_COUNTED'] as const) {
    const line = lines.find(({ resolution }) => resolution === verdict);
    const { sla } = await officer.getTicket({ number: line?.['number'] as string });
    expect(sla.resolution).toBe(verdict);
  }
});

test('chosen entries of the history come along, notes to those alone who may read them', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Laila Safitri')];
  const { number } = await clerk.submitTicket(outage({ title: 'Perkembangan ikut' }));
  await clerk.commentOnTicket({ number, body: 'Sudah dicoba restart.' });
  await officer.commentOnTicket({ number, body: 'Rahasia dapur.', internal: true });
  await officer.addAttachment({ number, internal: 'true', file: fileOf('dapur.pdf', PDF) });
  await officer.actOnTicket({ number, action: 'verify' });
  const asked = { q: number, columns: 'number', progress: 'comment,note,status,file' };
  const [hers] = await linesOf(clerk, asked);
  expect((hers?.['progress'] as { event: string }[]).map(({ event }) => event)).toEqual([
    'submit',
    'comment',
    'verify',
  ]);
  const [all] = await linesOf(officer, asked);
  expect((all?.['progress'] as { event: string; text: string | null }[]).map(({ text }) => text)).toContain(
    'Rahasia dapur.',
  );
  expect((all?.['progress'] as { event: string }[]).map(({ event }) => event)).toContain('attach');
  const [, row] = await sheetOf(clerk, { q: number, columns: 'number', progress: 'comment' });
  expect(row?.[1]).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2} .+ menulis: Sudah dicoba restart\.$/);
  expect(await csvOf(clerk, { q: number, columns: 'number' })).not.toContain('Perkembangan');
});

test('commas where somebody chose them; contacts are masked in every format for those who may not see them', async () => {
  const [clerk, leader] = [await world.clerk(), await world.leader()];
  const { number } = await clerk.submitTicket(outage({ title: 'Satu, dua; tiga' }));
  expect(await csvOf(clerk, { q: number, columns: 'number,title', separator: 'comma' })).toBe(
    `\uFEFFNomor,Judul\r\n${number},"Satu, dua; tiga"\r\n`,
  );
  await bare(world, clerk)('get', '/exports/tickets.xlsx?separator=comma').expect(400);
  const asked = { q: number, columns: 'contactPhone' };
  const [, [shown] = []] = await sheetOf(clerk, asked);
  const [, [masked] = []] = await sheetOf(leader, asked);
  expect(shown).toBe('0840-0000-0201');
  expect(masked).not.toBe(shown);
  expect(await csvOf(leader, asked)).not.toContain('0840-0000-0201');
});

export type FileOf = Omit<Parameters<Person['getReportFile']>[0], 'format'>;
