import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';

/** Bytes kept free for a signature with its certificates. */
const SIGNATURE_BYTES = 12 * 1024;

/** A text as PDF writes it whatever its letters are: UTF-16 in hexadecimal digits. */
const pdfText = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
const pdfTime = (at: number): string => `(D:${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;

function found(pattern: RegExp, text: string, what: string): string {
  const [, value] = pattern.exec(text) ?? [];
  if (value === undefined) throw new Error(`the PDF has no ${what} where ours have one`);
  return value;
}
/** The dictionary of an object, without its brackets. */
const objectIn = (text: string, id: string): string =>
  found(new RegExp(`(?:^|\\n)${id} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`), text, `object ${id}`);
const referenceIn = (dictionary: string, key: string): string =>
  found(new RegExp(`/${key} \\[?\\s*(\\d+) 0 R`), dictionary, `/${key}`);

/**
 * A PDF of ours with room for one signature, appended as PDF intends later changes (ISO 32000-1, 7.5.6): what is there
 * stays byte for byte. The field shows nothing; whoever opens the file sees the signature in the reader's own panel.
 */
export function withPlaceholder(pdf: Buffer, signed: { readonly name: string; readonly at: number }): Buffer {
  const text = pdf.toString('latin1');
  const end = text.slice(text.lastIndexOf('\ntrailer'));
  const [root, info, size] = [
    referenceIn(end, 'Root'),
    referenceIn(end, 'Info'),
    Number(found(/\/Size (\d+)/, end, 'size')),
  ];
  const previous = found(/startxref\s+(\d+)/, end, 'startxref');
  const catalog = objectIn(text, root);
  if (catalog.includes('/AcroForm')) throw new Error('the PDF has fields already');
  const page = referenceIn(objectIn(text, referenceIn(catalog, 'Pages')), 'Kids');
  const onPage = objectIn(text, page);
  const [field, signature] = [size, size + 1];
  const objects: readonly (readonly [number, string])[] = [
    [Number(root), `${catalog}\n/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>`],
    [
      Number(page),
      onPage.includes('/Annots [')
        ? onPage.replace('/Annots [', `/Annots [${field} 0 R `)
        : `${onPage}\n/Annots [${field} 0 R]`,
    ],
    [
      field,
      `/Type /Annot /Subtype /Widget /FT /Sig /T ${pdfText('Tanda tangan')} /F 132 /Rect [0 0 0 0] ` +
        `/P ${page} 0 R /V ${signature} 0 R`,
    ],
    [
      signature,
      `/Type /Sig /Filter /Adobe.PPKLite /SubFilter /${SUBFILTER_ETSI_CADES_DETACHED}\n` +
        `/ByteRange [0 ${Array.from({ length: 3 }, () => `/${DEFAULT_BYTE_RANGE_PLACEHOLDER}`).join(' ')}]\n` +
        `/Contents <${'00'.repeat(SIGNATURE_BYTES)}>\n/M ${pdfTime(signed.at)} /Name ${pdfText(signed.name)}`,
    ],
  ];
  let body = text.endsWith('\n') ? '' : '\n';
  const places = objects.map(([id, dictionary]) => {
    const at = pdf.length + body.length;
    body += `${id} 0 obj\n<<${dictionary}\n>>\nendobj\n`;
    return `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const identity = /\/ID \[[^\]]*\]/.exec(end)?.[0] ?? '';
  const table = pdf.length + body.length;
  body +=
    `xref\n${places.join('')}trailer\n<<\n/Size ${signature + 1}\n/Root ${root} 0 R\n/Info ${info} 0 R\n${identity}\n` +
    `/Prev ${previous}\n>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body, 'latin1')]);
}
