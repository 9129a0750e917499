import { createHash, randomBytes } from 'node:crypto';
import { codeFrom, wibDay, words, type DocumentKind, type Seal } from '../../domain';
import { canonical } from '../audit/entries';
import { rowsByKey, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import { recordEvent } from '../tickets/record-event';
import { lockTicket } from '../tickets/rows';
import { portalAddress } from '../desk/sender';
import { bodyOf } from './build';
import type { Material } from './material';
import type { CompletionReportContent, DocumentContent, Frame, Proof } from './content';
import { basisOf } from './facts';
import { sealed } from './key';
import { logoOf } from './pictures';
import { render } from './render/pool';
import { bytesOf, holdingOf, type DocumentRow } from './rows';

const sha256 = (of: Uint8Array | string) => createHash('sha256').update(of);

/** The content's digest; of pictures it takes their own. */
const contentHash = (body: object): string =>
  sha256(
    canonical(
      JSON.parse(
        JSON.stringify(body, (_, value: unknown) =>
          value instanceof Uint8Array ? sha256(value).digest('hex') : value,
        ),
      ),
    ),
  ).digest('base64url');

/** How long the ticket's chain was when the paper was made, and where it ended. */
async function placeInChain({ desk, ticket }: Material): Promise<Pick<Seal, 'position' | 'link'>> {
  const [row] = await rowsByKey<{ position: number; link: string }>(
    connection(desk.strapi),
    sql`select count(*)::int as position, coalesce(left((array_agg(hash order by id desc))[1], 16), '') as link
       from audit_entries where subject_type = 'ticket' and subject_id = ${ticket.number}`,
  );
  return row ?? { position: 0, link: '' };
}

async function proofOf(material: Material, kind: DocumentKind, body: object, hash: string): Promise<Proof> {
  const code = codeFrom(randomBytes(10));
  const address = `${portalAddress(material.desk)}/verifikasi/${code}`;
  if (kind !== 'completion-report') return { code, address, qr: address };
  const { letterNumber, day, executor, requester } = body as CompletionReportContent;
  const seal = sealed(material.desk, {
    code,
    kind,
    ticketNumber: material.ticket.number,
    letterNumber,
    day,
    parties: [executor.name ?? '', requester.name ?? ''],
    contentHash: hash,
    ...(await placeInChain(material)),
  });
  return { code, address, qr: `${address}#${seal}` };
}

export async function frameOf(
  { desk, caller, identity }: Pick<Material, 'desk' | 'caller' | 'identity'>,
  state: Frame['state'],
  proof: Proof | null,
): Promise<Frame> {
  const { logo, ...rest } = identity;
  return {
    identity: rest,
    logo: await logoOf(desk.strapi, logo),
    state,
    printedBy: caller.actor.name,
    printedAt: caller.now,
    proof,
  };
}

export interface MadePdf {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** A final paper, and whether it was made just now, which is an entry of its own. */
export interface IssuedPdf extends MadePdf {
  readonly code: string;
  readonly isNew: boolean;
}
export const nameOf = (kind: DocumentKind, number: string): string =>
  `${words('id').document[kind].toLowerCase().replaceAll(' ', '-')}-${number}.pdf`;

const make = async (
  kind: DocumentKind,
  material: Material,
  state: Frame['state'],
  body: object,
  proof: Proof | null,
): Promise<Uint8Array> => render({ kind, frame: await frameOf(material, state, proof), body } as DocumentContent);

/** A preview, or a printout of the moment. */
export const draw = async (
  kind: DocumentKind,
  material: Material,
  state: 'PREVIEW' | 'PRINTOUT',
): Promise<MadePdf> => ({
  name: nameOf(kind, material.ticket.number),
  bytes: await make(kind, material, state, await bodyOf(kind, material), null),
});

const restsOn = (row: DocumentRow, basis: number): boolean => Number(row.basis) === basis;

/**
 * The final document that holds: as it was handed out, as long as what it rests on stands; else a new one in its place, in
 * one transaction with the entry that tells of it. Two who ask at once are given the same.
 */
export async function issue(kind: DocumentKind, material: Material): Promise<IssuedPdf> {
  const { desk, caller, ticket, entries } = material;
  const name = nameOf(kind, ticket.number);
  const asHandedOut = async (on: Parameters<typeof bytesOf>[0], { code }: DocumentRow): Promise<IssuedPdf> => ({
    name,
    code,
    bytes: await bytesOf(on, code),
    isNew: false,
  });
  const basis = Number(basisOf(kind, entries)?.id ?? 0);
  const of = (rows: readonly DocumentRow[]) => rows.find((row) => row.kind === kind);
  const standing = of(await holdingOf(connection(desk.strapi), ticket.number));
  if (standing && restsOn(standing, basis)) return asHandedOut(connection(desk.strapi), standing);
  const body = await bodyOf(kind, material);
  const hash = contentHash(body);
  const proof = await proofOf(material, kind, body, hash);
  const bytes = await make(kind, material, 'FINAL', body, proof);
  return inTransaction(desk.strapi, async (trx) => {
    const row = await lockTicket(trx, ticket.number);
    const before = of(await holdingOf(trx, ticket.number));
    if (before && restsOn(before, basis)) return asHandedOut(trx, before);
    const at = new Date(caller.now);
    if (before)
      await trx('issued_documents').where({ code: before.code }).update({ replaced_at: at, replaced_by: proof.code });
    const digest = sha256(bytes).digest('hex');
    await trx('issued_documents').insert({
      code: proof.code,
      kind,
      ticket_number: ticket.number,
      basis,
      content_hash: hash,
      sha256: digest,
      bytes: Buffer.from(bytes),
      issued_by: caller.actor.name,
      issued_at: at,
    });
    await recordEvent(desk, trx, caller, row, {
      event: 'issueDocument',
      payload: {
        facts: { document: words('id').document[kind], code: proof.code },
        after: {
          kind,
          code: proof.code,
          sha256: digest,
          contentHash: hash,
          day: wibDay(caller.now),
          replaces: before?.code ?? null,
        },
      },
    });
    return { name, code: proof.code, bytes, isNew: true };
  });
}
