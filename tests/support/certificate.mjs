/**
 * `make FILE PASSPHRASE`: a certificate of an office that vouches for itself and its locked key, as PEM.
 * `host FILE`: the same of a server called localhost, its key open.
 * `check FILE.pdf`: whether the signature in it is over every byte but its own, and by whom.
 */
import fs from 'node:fs';
import { createHash, generateKeyPairSync, KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import * as pki from 'pkijs';

pki.setEngine('node', new pki.CryptoEngine({ name: 'node', crypto: webcrypto }));
const [verb, file, passphrase] = process.argv.slice(2);
const NAME = 'Dinas Komunikasi dan Informatika Kota Contoh';

async function make(name, lock) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const subtle = webcrypto.subtle;
  const secret = await subtle.importKey('pkcs8', privateKey.export({ format: 'der', type: 'pkcs8' }), algorithm, true, [
    'sign',
  ]);
  const open = await subtle.importKey('spki', publicKey.export({ format: 'der', type: 'spki' }), algorithm, true, [
    'verify',
  ]);
  const certificate = new pki.Certificate({ version: 2, serialNumber: new Integer({ value: 7 }) });
  for (const side of [certificate.subject, certificate.issuer])
    side.typesAndValues.push(
      new pki.AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
    );
  certificate.notBefore.value = new Date('2020-01-01T00:00:00Z');
  certificate.notAfter.value = new Date('2049-12-31T00:00:00Z');
  await certificate.subjectPublicKeyInfo.importKey(open);
  await certificate.sign(secret, 'SHA-256');
  const pem = new X509Certificate(Buffer.from(certificate.toSchema().toBER())).toString();
  const locked = KeyObject.from(secret).export({ format: 'pem', type: 'pkcs8', ...lock });
  fs.writeFileSync(file, pem + locked, { mode: 0o600 });
}

async function check() {
  const pdf = fs.readFileSync(file);
  const text = pdf.toString('latin1');
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/.exec(text)?.slice(1).map(Number);
  const [from, first, second, rest] = range;
  const der = Buffer.from(text.slice(first + 1, second - 1).replace(/(00)+$/, ''), 'hex');
  const signed = new pki.SignedData({ schema: pki.ContentInfo.fromBER(Uint8Array.from(der)).content });
  const covered = Uint8Array.from(Buffer.concat([pdf.subarray(from, first), pdf.subarray(second, second + rest)]));
  // Bytes that are not the signed ones are told by throwing.
  const holds = await signed.verify({ signer: 0, data: covered.buffer, checkChain: false }).catch(() => false);
  const own = Buffer.from(signed.certificates[0].toSchema().toBER());
  const attributes = signed.signerInfos[0].signedAttrs.attributes;
  const named = attributes.find(({ type }) => type === '1.2.840.113549.1.9.16.2.47');
  const namedHash = named.values[0].valueBlock.value[0].valueBlock.value[0].valueBlock.value[0].valueBlock.valueHexView;
  return {
    holds,
    isWhole: from === 0 && second + rest === pdf.length,
    namesItsCertificate: Buffer.from(namedHash).equals(createHash('sha256').update(own).digest()),
    kind: /\/SubFilter \/([\w.]+)/.exec(text)?.[1],
    subject: new X509Certificate(own).subject,
  };
}

if (verb === 'make') await make(NAME, { cipher: 'aes-256-cbc', passphrase });
else if (verb === 'host') await make('localhost', {});
else process.stdout.write(JSON.stringify(await check()));
