import { DAY_MS, HOUR_MS, signatoryFor, wibDay, type ExampleKind, type Identity } from '../../domain';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import type { DocumentContent, Party, TicketPart } from './content';
import { frameOf, type MadePdf } from './issue';
import { render } from './render/pool';

const ticketAt = (now: number, unitTerm: string): TicketPart => ({
  number: 'TIK-0000-00000',
  title: 'Contoh pekerjaan untuk melihat kop dan penanda tangan',
  category: 'Contoh kategori',
  service: 'Contoh layanan',
  skpd: `${unitTerm} Contoh`,
  priority: 'Sedang',
  channel: 'Web',
  isConfidential: false,
  submittedAt: now - DAY_MS,
});
const party = (name: string, unit: string): Party => ({ name, nip: null, position: 'Jabatan contoh', unit });

const BODIES: {
  readonly [K in ExampleKind]: (identity: Identity, now: number) => DocumentContent<K>['body'];
} = {
  'completion-report': (identity, now) => ({
    ticket: ticketAt(now, identity.unitTerm),
    letterNumber: null,
    day: wibDay(now),
    executor: party('Nama Petugas', identity.officeName),
    requester: party('Nama Pemohon', `${identity.unitTerm} Contoh`),
    witness: signatoryFor(identity, 'COMPLETION'),
    location: 'Ruang pelayanan',
    startedAt: now - 4 * HOUR_MS,
    finishedAt: now,
    workDone: 'Uraian tindakan yang dilakukan petugas.',
    result: 'Hasil pekerjaan sebagaimana diterima pemohon.',
    helpers: [],
    photos: [],
    files: [],
    leftOut: 0,
  }),
  'assignment-letter': (identity, now) => ({
    ticket: ticketAt(now, identity.unitTerm),
    letterNumber: null,
    day: wibDay(now),
    officers: [party('Nama Petugas', identity.officeName)],
    instruction: 'Isi perintah penugasan.',
    location: 'Ruang pelayanan',
    dueAt: now + DAY_MS,
    signatory: signatoryFor(identity, 'ASSIGNMENT'),
  }),
};

/** What papers look like with the identity as it is saved now: about no ticket, final for nobody, kept nowhere. */
export async function readExample(desk: Desk, caller: Caller, kind: ExampleKind): Promise<MadePdf> {
  const identity = await desk.identity();
  const frame = await frameOf({ desk, caller, identity }, 'PREVIEW', null);
  const bytes = await render({ kind, frame, body: BODIES[kind](identity, caller.now) } as DocumentContent);
  return { name: `contoh-${kind}.pdf`, bytes };
}
