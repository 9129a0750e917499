import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from 'strapi-plugin-ticketing/domain';
import { judgeUnit, missingUnitColumns, unitColumnsOf } from '../../../plugins/ticketing/domain/imports';
import { FIXTURES } from '../fixtures/imports';

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
