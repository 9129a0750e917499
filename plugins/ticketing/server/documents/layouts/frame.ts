import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { PAPER_POINTS, writtenMoment, type Identity } from '../../../domain';
import type { Frame } from '../content';
import { qrPicture } from './qr';

/** Points from the edges: room for the holes of a folder at the left. */
const MARGINS = { left: 68, top: 48, right: 54, bottom: 70 } as const;
const SIZES = { body: 11, small: 8.5, government: 12, office: 16, title: 13 } as const;
const LOGO_HEIGHT = 62;
/** Grey enough to read the text above it, also on a copy. */
const MARK_OPACITY = 0.1;

/** Width between the margins, in points; `isWide` where the paper lies on its long side. */
export const textWidth = ({ paper }: Identity, isWide = false): number =>
  PAPER_POINTS[paper][isWide ? 1 : 0] - MARGINS.left - MARGINS.right;

const addressLines = ({ address, postalCode, phone, email, site }: Identity): string[] =>
  [
    [address, postalCode && `Kode Pos ${postalCode}`].filter(Boolean).join(', '),
    [phone && `Telepon ${phone}`, email && `Pos-el ${email}`, site && `Laman ${site}`]
      .filter((part) => part !== null && part !== '')
      .map((part) => String(part).replaceAll(' ', '\u00a0'))
      .join(', '),
  ].filter(Boolean);

const rule = (width: number, thickness: number, y = 0): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: width, y2: y, lineWidth: thickness }],
});

/** The letterhead: emblem, two names in the ratio 3:4, address, and the thick rule over a thin one. Source: domain rules 4.3. */
export function letterhead({ identity, logo }: Frame, isWide = false): Content {
  const width = textWidth(identity, isWide);
  const names: Column = {
    stack: [
      { text: identity.government, fontSize: SIZES.government, bold: true },
      { text: identity.office, fontSize: SIZES.office, bold: true, margin: [0, 1, 0, 3] },
      ...addressLines(identity).map((text): Content => ({ text, fontSize: SIZES.small, margin: [0, 0.5, 0, 0.5] })),
    ],
    alignment: 'center',
    width: '*',
  };
  const side = { width: LOGO_HEIGHT, text: '' };
  const emblem: Column = logo
    ? { image: 'logo', fit: [LOGO_HEIGHT, LOGO_HEIGHT], width: LOGO_HEIGHT, alignment: 'center' }
    : side;
  return {
    stack: [
      { columns: [emblem, names, { ...side, width: logo ? 18 : LOGO_HEIGHT }], columnGap: 6 },
      { ...(rule(width, 2.25) as object), margin: [0, 6, 0, 0] } as Content,
      { ...(rule(width, 0.75, 2.5) as object), margin: [0, 0, 0, 12] } as Content,
    ],
  };
}

/** The title in the middle, with the number of the office's own register below where the paper has one. */
export function titleBlock(lines: readonly string[], number?: string | null): Content {
  return {
    stack: [
      ...lines.map((text): Content => ({ text, fontSize: SIZES.title, bold: true })),
      ...(number === undefined
        ? []
        : [{ text: `NOMOR: ${number ?? DOTS_NUMBER}`, margin: [0, 2, 0, 0] } satisfies Content]),
    ],
    alignment: 'center',
    margin: [0, 0, 0, 10],
  };
}
const DOTS_NUMBER = '.'.repeat(44);

/** A footer has room for one line of a name. */
const oneLine = (name: string): string => name.replace(/\s+/g, ' ').slice(0, 60).toWellFormed();

function footer(
  { printedBy, printedAt, proof, identity }: Frame,
  page: number,
  pages: number,
  isWide: boolean,
): Content {
  const made = `${proof ? 'Diterbitkan' : 'Dicetak'} oleh ${oneLine(printedBy)} pada ${writtenMoment(printedAt)}`;
  return {
    margin: [MARGINS.left, 14, MARGINS.right, 0],
    stack: [
      rule(textWidth(identity, isWide), 0.5),
      {
        columns: [
          { text: [identity.systemName, proof ? `  ·  Kode dokumen ${proof.code}` : ''], width: '*' },
          { text: `Halaman ${page} dari ${pages}`, width: 'auto', alignment: 'right' },
        ],
        margin: [0, 5, 0, 1],
      },
      { text: made },
    ],
    fontSize: 8,
  };
}

const dataUrl = (mime: string, bytes: Uint8Array): string =>
  `data:${mime};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
type Named = Readonly<Record<string, { readonly mime: string; readonly bytes: Uint8Array }>>;
/** Pictures by the name they are called in a layout. */
const pictures = (named: Named): Record<string, string> =>
  Object.fromEntries(Object.entries(named).map(([name, { mime, bytes }]) => [name, dataUrl(mime, bytes)]));

/** What a paper may have beside what it says: pictures by name, the long side down, files that travel inside it. */
export interface Extras {
  readonly images?: Named;
  readonly isWide?: boolean;
  readonly files?: readonly { readonly name: string; readonly description: string; readonly text: string }[];
}

/** A whole paper: kop on its first page, what it says, and on every page who made it when, and which page it is. */
export function paper(
  frame: Frame,
  title: string,
  content: readonly Content[],
  { images = {}, isWide = false, files = [] }: Extras = {},
): TDocumentDefinitions {
  const { identity, logo, state, printedAt, proof } = frame;
  const [width, height] = PAPER_POINTS[identity.paper];
  return {
    pageSize: isWide ? { width: height, height: width } : { width, height },
    pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
    language: 'id-ID',
    displayTitle: true,
    info: {
      title,
      author: identity.officeName,
      subject: identity.systemName,
      creator: identity.systemName,
      producer: identity.systemName,
      creationDate: new Date(printedAt),
      modDate: new Date(printedAt),
    },
    content: [letterhead(frame, isWide), ...content],
    footer: (page, pages) => footer(frame, page, pages, isWide),
    // A heading never stays behind alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
      headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
    ...(state === 'PREVIEW' && {
      watermark: { text: 'PRATINJAU', font: 'Arimo', bold: true, color: 'black', opacity: MARK_OPACITY },
    }),
    ...(files.length > 0 && {
      files: Object.fromEntries(
        files.map(({ name, description, text }) => [
          name,
          { src: dataUrl('application/json', Buffer.from(text)), name, description, creationDate: new Date(printedAt) },
        ]),
      ),
    }),
    images: pictures({ ...(logo && { logo }), ...(proof && { qr: qrPicture(proof.qr) }), ...images }),
    defaultStyle: { font: 'Arimo', fontSize: SIZES.body, lineHeight: 1.15 },
  };
}
