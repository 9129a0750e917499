import { archiveProblem, maskedContact, type ArchiveEntry } from 'strapi-plugin-ticketing/domain';

const entry = (name: string, over: Partial<ArchiveEntry> = {}): ArchiveEntry => ({
  name,
  packed: 1000,
  unpacked: 5000,
  isEncrypted: false,
  ...over,
});

test('an archive of plain papers is taken; one that is locked, nested, endless or a program is not', () => {
  const many = Array.from({ length: 1001 }, (_, index) => entry(`${index}.txt`));
  for (const [entries, problem] of [
    [[entry('surat.pdf'), entry('foto/kantor.jpg')], null],
    [[entry('surat.pdf', { isEncrypted: true })], 'encrypted'],
    [[entry('dalam.zip')], 'nested'],
    [[entry('a/b/arsip.TAR.GZ')], 'nested'],
    [[entry('nol.txt', { packed: 1000, unpacked: 900_000_000 })], 'tooBig'],
    [[entry('nol.txt', { packed: 10_000, unpacked: 2_000_000 })], 'tooBig'],
    [many, 'tooBig'],
    [[entry('pasang.EXE')], 'executable'],
    [[entry('surat.pdf.js')], 'executable'],
  ] as const)
    expect(archiveProblem(entries, false)).toBe(problem);
});

test('a document is packed too: of it only locks, macros and its size are asked', () => {
  expect(archiveProblem([entry('word/document.xml'), entry('word/embeddings/tabel.zip')], true)).toBeNull();
  expect(archiveProblem([entry('word/document.xml'), entry('word/vbaProject.bin')], true)).toBe('macro');
  expect(archiveProblem([entry('xl/macrosheets/sheet1.xml')], true)).toBe('macro');
  expect(archiveProblem([entry('word/document.xml', { packed: 10_000, unpacked: 300_000_000 })], true)).toBe('tooBig');
});

test('a masked contact can be known again and not be called', () => {
  expect(maskedContact({ name: 'Ratih Kusuma', phone: '0840-0000-0201', email: 'ratih@bukittinggi.test' })).toEqual({
    name: 'Ratih Kusuma',
    phone: '•••201',
    email: 'r•••@bukittinggi.test',
  });
  expect(maskedContact({ name: 'A', phone: '12', email: null })).toEqual({ name: 'A', phone: '•••12', email: null });
});
