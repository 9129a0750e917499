const LONGEST_REASON = 500;
const LONGEST_REPORT = 64 * 1024;

const fieldsOf = (block: string): ReadonlyMap<string, string> =>
  new Map(
    block.split('\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
    }),
  );
/** `smtp; 550 5.1.1 no such user` without its type. */
const untyped = (value: string): string => value.slice(value.indexOf(';') + 1).trim();
const isLasting = (fields: ReadonlyMap<string, string>): boolean =>
  fields.has('final-recipient') &&
  fields.get('action')?.toLowerCase() === 'failed' &&
  /^5\.\d/.test(fields.get('status') ?? '');

/**
 * Why a letter did not arrive and will not, in the mail server's words, out of its report (`message/delivery-status`, RFC
 * 3464); null where it says no such thing. What is delayed, or failed for now, says nothing of an address.
 */
export function lastingFailure(report: string): string | null {
  const failed = report
    .slice(0, LONGEST_REPORT)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split(/\n\n+/)
    .map(fieldsOf)
    .find(isLasting);
  if (!failed) return null;
  const said = untyped(failed.get('diagnostic-code') ?? '') || `Status ${failed.get('status') ?? ''}`;
  return said.slice(0, LONGEST_REASON);
}
