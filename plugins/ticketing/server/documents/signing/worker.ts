import { createPrivateKey, webcrypto, X509Certificate, type KeyObject } from 'node:crypto';
import { SignPdf } from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import { move } from 'piscina';
import { detachedSignature } from './cades';
import { certificatesIn, keyIn, nameIn } from './pem';
import { withPlaceholder } from './placeholder';

export interface SigningWork {
  readonly pdf: Uint8Array;
  readonly pem: string;
  readonly passphrase: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}
/** `null` when the passphrase opens nothing, `unusable` when key and certificate cannot sign for each other. */
export type Signed = Uint8Array | null | 'unusable';

/** How Web Crypto is told of a key, by its kind. */
const ALGORITHMS: Readonly<
  Record<string, (key: KeyObject) => webcrypto.RsaHashedImportParams | webcrypto.EcKeyImportParams>
> = {
  rsa: () => ({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }),
  ec: (key) => ({
    name: 'ECDSA',
    namedCurve: key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'P-384' : 'P-256',
  }),
};

class Detached extends Signer {
  constructor(
    private readonly key: webcrypto.CryptoKey,
    private readonly chain: readonly Uint8Array[],
  ) {
    super();
  }
  override async sign(bytes: Buffer): Promise<Buffer> {
    return Buffer.from(await detachedSignature(bytes, this.key, this.chain));
  }
}

/** Signs one PDF, in a thread of its own: opening a locked key is made slow on purpose. */
export default async function sign({ pdf, pem, passphrase, at }: SigningWork): Promise<Signed> {
  const [certificates, locked] = [certificatesIn(pem).map((one) => new X509Certificate(one)), keyIn(pem)];
  const [own] = certificates;
  if (!own || !locked) return 'unusable';
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: locked, passphrase });
  } catch {
    return null;
  }
  const algorithm = ALGORITHMS[key.asymmetricKeyType ?? '']?.(key);
  if (!algorithm || !own.checkPrivateKey(key) || at < Date.parse(own.validFrom) || at > Date.parse(own.validTo))
    return 'unusable';
  const der = key.export({ format: 'der', type: 'pkcs8' });
  const secret = await webcrypto.subtle.importKey('pkcs8', Uint8Array.from(der), algorithm, false, ['sign']);
  const signed = await new SignPdf().sign(
    withPlaceholder(Buffer.from(pdf), { name: nameIn(own.subject), at }),
    new Detached(
      secret,
      certificates.map(({ raw }) => raw),
    ),
  );
  return move(Uint8Array.from(signed)) as Uint8Array;
}
