import type { Action, Actor } from '../../domain';
import type { Desk } from '../desk/desk';
import type { SeedTicket } from './files';

const STATUS = {
  BARU: 'NEW',
  DIPROSES: 'IN_PROGRESS',
  MENUNGGU_PEMOHON: 'WAITING_REQUESTER',
  MENUNGGU_PIHAK_KETIGA: 'WAITING_THIRD_PARTY',
  SELESAI: 'RESOLVED',
  DITOLAK: 'REJECTED',
  DIBATALKAN: 'CANCELLED',
} as const;

export interface People {
  readonly officers: ReadonlyMap<string, number>;
  readonly clerks: ReadonlyMap<string, { readonly id: number; readonly email: string }>;
}
/** One sample ticket that is lived again, and what its people can do in it. */
export interface SampleLife {
  readonly desk: Desk;
  readonly ticket: SeedTicket;
  readonly people: People;
  staff(name: string): Promise<Actor>;
  clerk(): Promise<Actor>;
  act(actor: Actor, time: string, action: Action, given?: object): Promise<void>;
  write(actor: Actor, time: string, body: string): Promise<void>;
}

/** The public words said at that very minute, if any: they are the question, the reason, the answer. */
const wordsAt = ({ komentar }: SeedTicket, time: string, role?: 'PEMOHON'): string | undefined =>
  komentar.find(
    (comment) =>
      comment.waktu === time && !comment.internal && (role ? comment.peran === role : comment.peran !== 'PEMOHON'),
  )?.isi;

/** Samples were let into work without a word on approval; here the coordinator gives it in the same minute. */
async function approve(life: SampleLife, coordinator: Actor, time: string): Promise<void> {
  const record = (await life.desk.masterData()).services.get(life.ticket.kategori);
  if (record?.service.approver) await life.act(coordinator, time, 'approve');
}

/** Moves the sample by one step of its history, as the person who made that step would have. */
export async function moveSample(
  life: SampleLife,
  coordinator: Actor,
  { waktu, dari, ke, oleh }: SeedTicket['riwayatStatus'][number],
): Promise<void> {
  const { ticket } = life;
  const to = STATUS[ke as keyof typeof STATUS];
  const officer = life.people.officers.has(oleh) ? await life.staff(oleh) : null;
  const said = wordsAt(ticket, waktu);
  if (to === 'IN_PROGRESS' && dari === 'BARU') await approve(life, coordinator, waktu);
  if (to === 'IN_PROGRESS' && dari === 'BARU' && officer)
    return ticket.petugas && ticket.petugas !== oleh
      ? life.act(officer, waktu, 'assign', { assignee: life.people.officers.get(ticket.petugas) })
      : life.act(officer, waktu, 'claim');
  if (to === 'IN_PROGRESS' && dari === 'SELESAI')
    return life.act(await life.clerk(), waktu, 'reopen', {
      reason: wordsAt(ticket, waktu, 'PEMOHON') ?? 'Masalah muncul kembali.',
    });
  if (to === 'IN_PROGRESS' && officer) return life.act(officer, waktu, 'resume');
  if (to === 'IN_PROGRESS')
    return life.write(await life.clerk(), waktu, wordsAt(ticket, waktu, 'PEMOHON') ?? 'Sudah kami lengkapi.');
  const handler = officer ?? (await life.staff(ticket.petugas ?? ''));
  switch (to) {
    case 'WAITING_REQUESTER':
      return life.act(handler, waktu, 'askRequester', {
        question: said ?? 'Mohon lengkapi keterangan permintaan ini.',
      });
    case 'WAITING_THIRD_PARTY':
      return life.act(handler, waktu, 'waitThirdParty', {
        party: 'Penyedia layanan',
        reason: said ?? 'Menunggu tindak lanjut pihak ketiga.',
      });
    case 'RESOLVED':
      return life.act(handler, waktu, 'resolve', {
        resolutionSummary: ticket.ringkasanHasil ?? 'Pekerjaan selesai.',
        ...(ticket.tindakan && { workDone: ticket.tindakan }),
      });
    case 'REJECTED':
      return life.act(handler, waktu, 'reject', { reason: ticket.alasan ?? 'Di luar ruang lingkup layanan.' });
    case 'CANCELLED': {
      const reason = ticket.alasan ?? 'Dibatalkan pemohon.';
      await life.act(await life.clerk(), waktu, 'requestCancel', { reason });
      return life.act(handler, waktu, 'cancel', { reason });
    }
    default:
      throw new Error(`the sample ${ticket.nomor} has a move we do not know: ${dari ?? '–'} → ${ke}`);
  }
}
