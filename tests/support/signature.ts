import { execFile, execFileSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { isThere, withPdfs } from './pdf';

const run = promisify(execFile);
const SCRIPT = path.join(__dirname, 'certificate.mjs');
const hasPdfsig = isThere('pdfsig');

export interface ReadSignature {
  readonly holds: boolean;
  /** It covers every byte of the file but its own. */
  readonly isWhole: boolean;
  readonly namesItsCertificate: boolean;
  readonly kind: string;
  readonly subject: string;
}

/** A certificate of an office that vouches for itself, with its locked key, as a PEM file. */
export const makeCertificate = (file: string, passphrase: string): void => {
  execFileSync(process.execPath, [SCRIPT, 'make', file, passphrase]);
};

/** The same of a server called localhost, with its open key. */
export const makeHostCertificate = (file: string): void => {
  execFileSync(process.execPath, [SCRIPT, 'host', file]);
};

/** What a reader finds of the one signature in a PDF; where the machine has pdfsig, that judges it, too. */
export const readSignature = (pdf: Uint8Array): Promise<ReadSignature> =>
  withPdfs([pdf], async ([file = '']) => {
    const { stdout } = await run(process.execPath, [SCRIPT, 'check', file]);
    const read = JSON.parse(stdout) as ReadSignature;
    if (hasPdfsig) {
      const judged = await run('pdfsig', ['-nocert', file]).catch((error: { stdout: string }) => error);
      if (judged.stdout.includes('Signature is Valid') !== read.holds) throw new Error(`pdfsig says: ${judged.stdout}`);
    }
    return read;
  });
