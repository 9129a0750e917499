/** Characters that mean something inside a PDF's string. */
const escaped = (text: string): string => text.replace(/[^\x20-\x7e]/g, '-').replace(/[\\()]/g, '\\$&');

/** A page of one line, as small as a PDF can be: the objects, and where each of them begins. */
function pdfOf(line: string): Buffer {
  const drawn = `BT /F1 16 Tf 72 760 Td (${escaped(line)}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const begins = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const table = begins.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const tableAt = head.length + objects.join('').length;
  return Buffer.from(
    `${head}${objects.join('')}xref\n0 ${size}\n0000000000 65535 f \n${table}` +
      `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${tableAt}\n%%EOF\n`,
    'latin1',
  );
}

/** A document that a sample ticket's service requires, of a kind its form takes; it says that it is an example. */
export function sampleDocument(
  label: string,
  accept: readonly string[],
): { readonly extension: string; readonly bytes: Buffer } {
  if (accept.length === 0 || accept.includes('pdf'))
    return { extension: 'pdf', bytes: pdfOf(`Contoh: ${label}. Bukan dokumen sesungguhnya.`) };
  return { extension: 'csv', bytes: Buffer.from(`contoh;${label}\n1;bukan data sesungguhnya\n`, 'utf8') };
}
