import { createHash, webcrypto } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import * as pki from 'pkijs';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(bytes).digest());

/**
 * A detached signature over the bytes as PAdES asks for it (ETSI EN 319 142-1, B-B; RFC 5035): it names the certificate
 * it was made with, and leaves the time to the PDF's own entry. DER.
 */
export async function detachedSignature(
  bytes: Uint8Array,
  key: webcrypto.CryptoKey,
  chain: readonly Uint8Array[],
): Promise<Uint8Array> {
  pki.setEngine('node', new pki.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }));
  const certificates = chain.map((der) => pki.Certificate.fromBER(Uint8Array.from(der)));
  const [own, ownDer] = [certificates[0], chain[0]];
  if (!own || !ownDer) throw new Error('a signature names its certificate');
  const content = Uint8Array.from(bytes);
  const named = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: sha256(ownDer) })] })] })],
  });
  const signed = new pki.SignedData({
    version: 1,
    encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [...certificates],
    signerInfos: [
      new pki.SignerInfo({
        version: 1,
        sid: new pki.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new pki.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new pki.Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
            new pki.Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: sha256(content) })] }),
            new pki.Attribute({ type: OID.signingCertificateV2, values: [named] }),
          ],
        }),
      }),
    ],
  });
  await signed.sign(key as unknown as CryptoKey, 0, 'SHA-256', content.buffer);
  const whole = new pki.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return new Uint8Array(whole.toSchema().toBER());
}
