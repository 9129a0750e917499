import {
  judgeMessage,
  messageColumnsOf,
  missingMessageColumns,
  PRESET_MAPPINGS,
} from '../../../plugins/ticketing/domain/imports';
import { wib } from '../fixtures/seed';
import { NOW } from '../fixtures/imports';

describe('a list of messages', () => {
  const HEADS = ['Nomor Tiket', 'Tanggal', 'Oleh', 'Isi', 'Jenis'];
  const sheet = PRESET_MAPPINGS['lembar-kerja'];
  const judgedAs = (cells: readonly string[], mapping = sheet) =>
    judgeMessage({ line: 2, cells }, messageColumnsOf(HEADS), mapping, NOW);
  test('has its columns under the heads of the known systems', () => {
    const heads = [
      ['ticket_id', 'created', 'poster', 'body', 'type'],
      ['items_id', 'date_creation', 'user', 'content', 'is_private'],
      ['No. Tiket', 'Tanggal', 'Penulis', 'Catatan'],
    ];
    for (const each of heads) expect(missingMessageColumns(messageColumnsOf(each))).toEqual([]);
    expect(missingMessageColumns(messageColumnsOf(['ID', 'Tanggal']))).toEqual(['author', 'text']);
  });
  test('is told which are for staff alone', () => {
    const said = (kind: string) => judgedAs(['2025-1', '6 Januari 2025 09.00', 'Yanti', 'Masih lambat', kind]);
    expect(said('')).toEqual({
      ticket: '2025-1',
      message: {
        ...{ line: 2, at: wib('2025-01-06 09:00'), author: 'Yanti', text: 'Masih lambat', isInternal: false },
      },
    });
    for (const [kind, isInternal] of [
      ['N', true],
      ['Private', true],
      ['R', false],
      ['0', false],
    ] as const)
      expect(said(kind)).toMatchObject({ message: { isInternal } });
  });
  test.each<[readonly string[], readonly string[]]>([
    [['1', '6 Januari 2025', 'Yanti', 'Halo', ''], ['yearOfNumber']],
    [
      ['', '31-04-2025', '', '', 'entah'],
      ['required', 'required', 'wrongDate', 'required', 'publicOrInternal'],
    ],
    [
      ['2025-1', '6 Januari 2027', 'Yanti', 'x'.repeat(10_001), ''],
      ['inFuture', 'tooLong'],
    ],
  ])('with %j has the faults %j', (cells, codes) => {
    const judged = judgedAs(cells);
    expect('faults' in judged ? judged.faults.map(({ code }) => code) : []).toEqual(codes);
  });
});
