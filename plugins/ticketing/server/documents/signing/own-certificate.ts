import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../../domain';
import type { Desk } from '../../desk/desk';
import { signInThread } from '../render/pool';
import { certificatesIn, nameIn } from './pem';
import type { Signer } from './signer';

/** Certificates and one locked key take a few kilobytes. */
const MAX_PEM_BYTES = 64 * 1024;

/**
 * The organisation's certificate: a PEM file with the certificate, those above it and the key, locked with a passphrase. The
 * file is read when it is used, so that a renewed certificate needs no restart; the passphrase is used and forgotten.
 */
export function ownCertificate(desk: Desk, file: string): Signer {
  const read = async (): Promise<string> => {
    if ((await stat(file)).size > MAX_PEM_BYTES) throw new Error(`${file} is larger than any certificate`);
    return readFile(file, 'utf8');
  };
  return {
    holder: async () => {
      try {
        const [own] = certificatesIn(await read());
        if (!own) throw new Error(`${file} holds no certificate`);
        const { subject, issuer, validTo } = new X509Certificate(own);
        return { subject: nameIn(subject), issuer: nameIn(issuer), until: Date.parse(validTo) };
      } catch (error) {
        desk.strapi.log.error(`SIGNING_CERTIFICATE cannot be used: ${String(error)}`);
        return null;
      }
    },
    sign: async (pdf, passphrase, at) => {
      const result = await signInThread({ pdf, pem: await read(), passphrase, at });
      if (result === 'unusable') throw new Refusal('noCertificate');
      return result;
    },
  };
}

/** Who signs for this installation, or null where nobody does. */
export function signerOf(desk: Desk): Signer | null {
  const file = desk.strapi.plugin('ticketing').config<string>('signingCertificate');
  return file ? ownCertificate(desk, file) : null;
}
