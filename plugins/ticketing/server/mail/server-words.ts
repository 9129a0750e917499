const LONGEST = 500;

/** What is wrong with a server's certificate, by how OpenSSL and Node say it: libraries pass on words, not always codes. */
const CERTIFICATES: readonly (readonly [RegExp, string])[] = [
  [/self-signed certificate|unable to verify the first|unable to get (local )?issuer/i, 'certificateUntrusted'],
  [/certificate has expired|certificate is not yet valid/i, 'certificateExpired'],
  [/does not match certificate's altnames/i, 'certificateOfOther'],
];

/** Why a mail server was not reached, or what it said. */
export function serverWords(error: unknown): string {
  const { responseText, message, code } = error as { responseText?: string; message?: string; code?: string };
  return (responseText ?? (message || (code ?? String(error)))).slice(0, LONGEST);
}

/** The same for people: of a certificate that was not taken a code of ours, worded where it is shown. */
export function problemOf(error: unknown): string {
  const said = serverWords(error);
  return CERTIFICATES.find(([words]) => words.test(said))?.[1] ?? said;
}
