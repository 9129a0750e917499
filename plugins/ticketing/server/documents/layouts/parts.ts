import type { Column, Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { groupedNip, type FormAnswer, type Signatory } from '../../../domain';
import type { FilePart, Frame, Party } from '../content';

/** Most characters of one text on paper; what is longer is cut, and the paper says so and where the rest is. */
export const LONGEST = { text: 12_000, answer: 2_000, cell: 600 } as const;

export function cut(text: string, longest: number = LONGEST.text): string {
  const letters = text.trim();
  if (letters.length <= longest) return letters;
  const left = letters.length - longest;
  return `${letters
    .slice(0, longest)
    .toWellFormed()
    .replace(/\ufffd$/, '')}… (${left.toLocaleString('id-ID')} karakter berikutnya ada di sistem)`;
}

/** Points for a signature and half a stamp. */
const SIGNING_ROOM = 50;

/** A line for a pen. */
export const dots = (length: number): string => '.'.repeat(length);

/** A line that names what follows inside a block that stays together. */
export const caption = (text: string) => ({
  text,
  bold: true,
  margin: [0, 10, 0, 3] as [number, number, number, number],
});
/** A line that names what follows, never the last one of a page. */
export const heading = (text: string): Content => ({ ...caption(text), headlineLevel: 1 });
export const paragraph = (text: string, more: object = {}): Content => ({
  text: cut(text),
  alignment: 'justify',
  margin: [0, 0, 0, 6],
  ...more,
});

const NO_PADDING: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 6,
  paddingTop: () => 0.8,
  paddingBottom: () => 0.8,
};
/** Thin black lines: they survive a copying machine. */
export const LINED: CustomTableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

export type Fact = readonly [label: string, value: string | null | undefined];
/** Labels, colons and values, as forms have them. What is empty shows a dash, so that nobody takes it for forgotten. */
export const facts = (rows: readonly Fact[], labelWidth = 132): Content => ({
  layout: NO_PADDING,
  table: {
    widths: [labelWidth, 4, '*'],
    body: rows.map(([label, value]): TableCell[] => [
      { text: label },
      { text: ':' },
      { text: value?.trim() ? cut(value, LONGEST.answer) : '–' },
    ]),
  },
  margin: [0, 0, 0, 4],
});

const ONLY_BELOW: [boolean, boolean, boolean, boolean] = [false, false, false, true];
/** Above the head, over all columns: what the table is of. */
const titleRow = (text: string, columns: number): TableCell[] => [
  { text, bold: true, fontSize: 11, colSpan: columns, border: ONLY_BELOW, margin: [-5, 0, 0, 0] },
  ...Array.from({ length: columns - 1 }, () => ({ text: '', border: ONLY_BELOW })),
];

interface TableLook {
  /** Points. */
  readonly fontSize?: number;
  readonly dontBreakRows?: boolean;
  /** Repeated with the head. */
  readonly title?: string;
}

/**
 * A table with a head that is repeated on every page. Rows stay whole unless one may be longer than a page; then neither
 * does the first one stay with the head, which a page would lose. Nothing is kept free below: at the foot of a page it
 * would begin another one.
 */
export const table = (
  widths: readonly (number | '*' | 'auto')[],
  head: readonly string[],
  rows: readonly (readonly TableCell[])[],
  { fontSize = 9.5, dontBreakRows = true, title }: TableLook = {},
): Content => ({
  layout: LINED,
  table: {
    widths: [...widths],
    headerRows: title ? 2 : 1,
    ...(dontBreakRows && { keepWithHeaderRows: 1 }),
    dontBreakRows,
    body: [
      ...(title ? [titleRow(title, head.length)] : []),
      head.map((text): TableCell => ({ text, bold: true, alignment: 'center' })),
      ...rows.map((row) => [...row]),
    ],
  },
  fontSize,
  margin: [0, 2, 0, 0],
});

const answer = (value: FormAnswer['value']): string => {
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak';
  if (typeof value === 'number') return value.toLocaleString('id-ID');
  return typeof value === 'string' ? value : value.join(', ');
};
export const formFacts = (form: readonly FormAnswer[]): Fact[] =>
  form.map(({ label, value }) => [label, answer(value)] as const);

/** `1,2 MB`. */
const sizeOf = (bytes: number): string => {
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kB'] : [bytes / 1024 / 1024, 'MB'];
  return `${amount.toLocaleString('id-ID', { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
};
export const fileList = (files: readonly FilePart[]): Content =>
  files.length === 0
    ? paragraph('Tidak ada lampiran.')
    : {
        ol: files.map(({ name, size }): Content => ({ text: `${cut(name, LONGEST.cell)} (${sizeOf(size)})` })),
        margin: [0, 0, 0, 6],
      };

/**
 * Closing words and the blocks to sign in stay together: nobody signs a page that says nothing. Shorter than a page
 * whatever is typed, since what is longer would not be printed at all.
 */
export const closing = (
  words: string | null,
  blocks: readonly Content[],
  before: readonly Content[] = [],
): Content => ({
  unbreakable: true,
  margin: [0, 8, 0, 0],
  stack: [...before, ...(words ? [{ text: words, alignment: 'justify' as const }] : []), ...blocks],
});

/** A block at the right half of the page, where letters are signed. */
export const atRight = (block: Column, top = 14): Content => ({
  margin: [0, top, 0, 0],
  columns: [{ text: '', width: '*' }, block],
});

/** One block to sign in: for whom, room for a pen and a stamp, then name and NIP, open where nobody entered them. */
export function signature(
  above: readonly string[],
  { name, nip, rank }: Pick<Party, 'name' | 'nip'> & { readonly rank?: string | null },
  width: number | '*' = '*',
): Column {
  return {
    width,
    alignment: 'center',
    stack: [
      ...above.map((text): Content => ({ text: cut(text, LONGEST.cell) })),
      { text: '', margin: [0, 0, 0, SIGNING_ROOM] },
      name ? { text: cut(name, LONGEST.cell), bold: true, decoration: 'underline' } : { text: `( ${dots(40)} )` },
      ...(rank ? [{ text: rank }] : []),
      { text: `NIP ${nip ? groupedNip(nip) : dots(32)}` },
    ],
  };
}

/** The block of an official of the office; without one the line stays open. */
export const official = (lead: readonly string[], signatory: Signatory | null, width?: number | '*'): Column =>
  signature(
    [...lead, signatory?.position ?? dots(36)],
    { name: signatory?.name ?? null, nip: signatory?.nip ?? null, rank: signatory?.rank ?? null },
    width,
  );

/** What the picture of the code is called in every layout. */
export const QR = 'qr';

/** How anybody checks the paper, and what the check is not. */
export function proofBlock({ proof, identity }: Frame): Content[] {
  if (!proof) return [];
  return [
    {
      unbreakable: true,
      margin: [0, 16, 0, 0],
      columns: [
        { image: QR, fit: proof.qr.length > 200 ? [118, 118] : [76, 76], width: 122 },
        {
          width: '*',
          fontSize: 8.5,
          stack: [
            { text: `Pindai untuk memeriksa keaslian dokumen pada ${identity.systemName}.` },
            { text: ['Atau buka ', proof.address], margin: [0, 2, 0, 2] },
            { text: ['Kode dokumen: ', { text: proof.code, bold: true }], margin: [0, 0, 0, 2] },
            { text: 'Bukan tanda tangan elektronik.', bold: true },
          ],
        },
      ],
      columnGap: 8,
    },
  ];
}
