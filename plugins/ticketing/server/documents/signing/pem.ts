const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const KEY =
  /-----BEGIN (?:ENCRYPTED |RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END (?:ENCRYPTED |RSA |EC )?PRIVATE KEY-----/;

/** The certificates of a PEM file as they stand in it: first the holder's, then those that vouch for it. */
export const certificatesIn = (pem: string): string[] => pem.match(CERTIFICATE) ?? [];
/** The key of a PEM file, locked or not. */
export const keyIn = (pem: string): string | null => KEY.exec(pem)?.[0] ?? null;

/** Whom a distinguished name of a certificate is about: its common name, or all of it where it has none. */
export const nameIn = (said: string): string => /^CN=(.+)$/m.exec(said)?.[1] ?? said.replaceAll('\n', ', ');
