import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from 'strapi-plugin-ticketing/domain';
import { stateOf } from '../../plugins/ticketing/domain/history';
import {
  columnsOf,
  IMPORT_BOUNDS,
  type ImportedTicket,
  judgeUnit,
  missingColumns,
  missingUnitColumns,
  PRESET_MAPPINGS,
  type PresetName,
  PRESETS,
  readMapping,
  storyOf,
  unitColumnsOf,
} from '../../plugins/ticketing/domain/imports';
import { DEFAULT_SETTINGS } from '../../plugins/ticketing/domain/settings';
import { clocks, wib } from './fixtures/seed';
import { FIXTURES, judge, NOW, ticketWith } from './fixtures/imports';

describe('an imported ticket is told again', () => {
  const target = {
    calendar: 'jam_kerja',
    responseMinutes: 60,
    resolutionMinutes: 450,
    mode: 'DURATION' as const,
    minimumNoticeDays: null,
  };
  /** As the server writes it: the promise comes with the import. */
  const stateAt = (ticket: ImportedTicket, now: number, more: readonly { at: number; to: 'RESOLVED' }[] = []) =>
    stateOf(
      [
        ...storyOf(ticket, NOW).map(({ event, at, from, to }) => ({
          event,
          at: new Date(at),
          actor_kind: 'system',
          payload: { ...(to && { from: from ?? null, to }), ...(event === 'import' && { after: { sla: { target } } }) },
        })),
        ...more.map(({ at, to }) => ({
          event: 'resolve' as const,
          at: new Date(at),
          actor_kind: 'staff',
          payload: { from: 'NEW' as const, to },
        })),
      ],
      clocks,
      DEFAULT_SETTINGS,
      now,
    );

  test('filed then, ended then, imported now', () => {
    expect(storyOf(ticketWith(), NOW)).toEqual([
      { event: 'submit', at: wib('2024-03-12 08:15'), from: null, to: 'NEW' },
      { event: 'resolve', at: wib('2024-03-12 14:40'), from: 'NEW', to: 'RESOLVED', text: 'Kabel diganti' },
      { event: 'import', at: NOW },
    ]);
  });
  test('what had ended there is neither on time nor late, and keeps its day', () => {
    expect(stateAt(ticketWith(), NOW)).toMatchObject({
      isPromised: false,
      response: 'NOT_COUNTED',
      resolution: 'NOT_COUNTED',
      respondedAt: null,
      resolvedAt: wib('2024-03-12 14:40'),
    });
  });
  test('what is open there takes its status now, and is promised from now on', () => {
    const ticket = ticketWith({ Status: 'Pending', 'Solution date': '' });
    expect(storyOf(ticket, NOW).at(-1)).toMatchObject({ event: 'import', from: 'NEW', to: 'WAITING_THIRD_PARTY' });
    const monday = wib('2026-11-30 08:30');
    const state = stateAt(ticket, NOW);
    // Imported on a Sunday: the clock of working hours begins on Monday at 07.30.
    expect(state).toMatchObject({ isPromised: true, resolution: 'RUNNING', responseDueAt: monday });
    expect(stateAt(ticket, NOW, [{ at: wib('2026-11-30 10:00'), to: 'RESOLVED' }])).toMatchObject({
      resolution: 'ON_TIME',
      response: 'LATE',
    });
  });
});

/** What each sample is to give: the numbers of its tickets, and its bad lines with what is wrong in which column. */
const EXPECTED: Readonly<Record<PresetName, { ids: readonly string[]; faults: readonly (readonly unknown[])[] }>> = {
  glpi: {
    ids: ['4711', '4712', '4713', '4714', '4715', '4716', '4717', '4711'],
    faults: [
      [10, 'unknownUnit', 'Entity'],
      [11, 'unknownStatus', 'Status'],
      [12, 'wrongDate', 'Opening date'],
      [13, 'wrongEmail', 'Requester - Email'],
      [13, 'endsBeforeStart', 'Solution date'],
    ],
  },
  osticket: {
    ids: ['482913', '482914', '482915', '482916', '482917', '482918'],
    faults: [
      [8, 'wrongDate', 'Date Created'],
      [9, 'unknownPriority', 'Priority'],
      [10, 'required', 'Ticket Number'],
      [11, 'requiredWord', 'Organization'],
    ],
  },
  'lembar-kerja': {
    ids: ['2025-1', '2025-2', '2025-3', '2025-4', '2025-5', '2025-6', '2026-1'],
    faults: [
      [11, 'wrongPhone', 'No. HP/WA'],
      [12, 'noEnd', 'Tgl Selesai'],
      [13, 'inFuture', 'Tanggal'],
      [13, 'inFuture', 'Tgl Selesai'],
      [14, 'unknownCategory', 'Jenis Layanan'],
    ],
  },
};

describe.each(PRESETS)('the sample of %s', (preset) => {
  const bytes = fs.readFileSync(path.join(FIXTURES, `${preset}.csv`));
  const text = new TextDecoder(preset === 'lembar-kerja' ? 'windows-1252' : 'utf-8').decode(bytes);
  const { mapping } = readMapping(
    JSON.parse(fs.readFileSync(path.join(FIXTURES, `${preset}.json`), 'utf8')) as unknown,
    PRESET_MAPPINGS[preset],
  );
  if (!mapping) throw new Error('a sample’s mapping is right');
  const lines = parseCsv(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const index = lines.findIndex(({ cells }) => missingColumns(columnsOf(cells, mapping)).length === 0);
  const judged = lines.slice(index + 1).map((line) => judge(mapping, lines[index]?.cells ?? [], line));

  test('gives its tickets', () => {
    expect(judged.flatMap((one) => ('ticket' in one ? [one.ticket.source.id] : []))).toEqual(EXPECTED[preset].ids);
  });
  test('has each bad line named', () => {
    expect(
      judged.flatMap((one) =>
        'faults' in one ? one.faults.map((fault) => [fault.line, fault.code, fault.column]) : [],
      ),
    ).toEqual(EXPECTED[preset].faults);
  });
});

test('a list of units names each bad line, and a parent may stand above its children', () => {
  const [head, ...lines] = parseCsv(fs.readFileSync(path.join(FIXTURES, 'skpd.csv'), 'utf8'));
  const columns = unitColumnsOf(head?.cells ?? []);
  expect(missingUnitColumns(columns)).toEqual([]);
  expect(missingUnitColumns(unitColumnsOf(['Kode', 'Jenis']))).toEqual(['name']);
  const seen = new Map<string, number>();
  const judged = lines.map((line) => {
    const one = judgeUnit(line, columns, seen, (code) => code === 'DINKES');
    if ('unit' in one) seen.set(one.unit.code, line.line);
    return 'unit' in one
      ? [line.line, one.unit.code, one.unit.parent]
      : one.faults.map(({ line, code }) => [line, code]);
  });
  expect(judged).toEqual([
    [2, 'DINKES', null],
    [3, 'PKM-CONTOH', 'DINKES'],
    [4, 'UPT-LABKES', 'PKM-CONTOH'],
    [[5, 'wrongCode']],
    [[6, 'required']],
    [[7, 'unknownParent']],
    [[8, 'twice']],
    [[9, 'wrongDays']],
  ]);
});

test('the command knows the same presets and bounds', () => {
  const command = fs.readFileSync(path.join(__dirname, '../../config/run/import.ts'), 'utf8');
  expect(command).toContain(`const PRESETS = [${[...PRESETS, 'skpd'].map((name) => `'${name}'`).join(', ')}];`);
  expect([IMPORT_BOUNDS.bytes, IMPORT_BOUNDS.mapping]).toEqual([64 * 1024 * 1024, 1024 * 1024]);
  expect(command).toContain('{ list: 64 * 1024 * 1024, mapping: 1024 * 1024 }');
});
