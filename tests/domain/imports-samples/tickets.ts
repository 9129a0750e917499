import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from 'strapi-plugin-ticketing/domain';
import {
  columnsOf,
  missingColumns,
  PRESET_MAPPINGS,
  type PresetName,
  PRESETS,
  readMapping,
} from '../../../plugins/ticketing/domain/imports';
import { FIXTURES, judge } from '../fixtures/imports';

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
