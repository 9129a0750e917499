import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  DAY_MS,
  DEFAULT_POLICY,
  IMPACTS,
  proposePriority,
  URGENCIES,
  wibMinute,
  type Action,
  type Actor,
  type FormField,
  type FormValue,
  type Impact,
  type Priority,
  type Urgency,
} from '../../domain';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { portalActor, staffActor } from '../desk/people';
import { addAttachment } from '../attachments';
import { act } from '../tickets/act';
import { sampleDocument } from './sample-document';
import { commentOn } from '../tickets/comment';
import { submit } from '../tickets/submit';
import type { SeedTicket } from './files';

const WEEK_MS = 7 * DAY_MS;
const STATUS = {
  BARU: 'NEW',
  DIPROSES: 'IN_PROGRESS',
  MENUNGGU_PEMOHON: 'WAITING_REQUESTER',
  MENUNGGU_PIHAK_KETIGA: 'WAITING_THIRD_PARTY',
  SELESAI: 'RESOLVED',
  DITOLAK: 'REJECTED',
  DIBATALKAN: 'CANCELLED',
} as const;
const CHANNEL = { web: 'WEB', telepon: 'PHONE', wa: 'WHATSAPP' } as const;

export interface People {
  readonly officers: ReadonlyMap<string, number>;
  readonly clerks: ReadonlyMap<string, { readonly id: number; readonly email: string }>;
}

export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');

/** Two answers to the two plain questions that propose the priority the sample has. */
function answersFor(priority: Priority): { impact: Impact; urgency: Urgency } {
  for (const impact of ['MEDIUM', ...IMPACTS] as const)
    for (const urgency of ['MEDIUM', ...URGENCIES] as const)
      if (proposePriority(impact, urgency) === priority) return { impact, urgency };
  return { impact: 'MEDIUM', urgency: 'MEDIUM' };
}

/** Samples leave out fields a real form demands; this says what a clerk would have written there. */
function fallback(field: FormField, ticket: SeedTicket, at: string): FormValue {
  switch (field.type) {
    case 'number':
      return field.min ?? 1;
    case 'boolean':
      return true;
    case 'select':
      return field.options[0] ?? '';
    case 'multiselect':
      return field.options.slice(0, 1);
    case 'date':
      return at.slice(0, 10);
    case 'datetime':
      return at;
    case 'url':
      return 'https://bukittinggikota.go.id';
    case 'domain':
      return 'contoh.bukittinggikota.go.id';
    case 'email':
      return `${slug(ticket.pic.nama)}@bukittinggi.test`;
    case 'phone':
      return ticket.pic.telepon;
    case 'nip':
      return '000000000000000000';
    default:
      return field.pattern ? '' : 'Sesuai uraian permintaan';
  }
}

const PATTERN_SAMPLES = ['contoh-layanan', '10.10.10.10', '2026-001', 'contoh', '123456'];

/** Lives one sample ticket again, step by step, through the use cases and with the clock of its day. */
class Replay {
  private number = '';
  private readonly shifted: (time: string) => number;
  constructor(
    private readonly desk: Desk,
    private readonly ticket: SeedTicket,
    private readonly people: People,
    shift: number,
  ) {
    this.shifted = (time) => Date.parse(time) + shift;
  }

  private caller(actor: Actor, time: string): Caller {
    return {
      actor,
      policy: DEFAULT_POLICY,
      now: this.shifted(time),
      language: 'id',
      address: null,
      requestId: `demo:${this.ticket.nomor}`,
      idempotencyKey: null,
    };
  }
  private async staff(name: string): Promise<Actor> {
    return staffActor(this.desk, this.people.officers.get(name) ?? 0);
  }
  private get account() {
    return this.people.clerks.get(`${this.ticket.skpd}:${this.ticket.pic.nama}`);
  }
  private async clerk(): Promise<Actor> {
    return portalActor(this.desk, this.account?.id ?? 0);
  }
  private async act(actor: Actor, time: string, action: Action, given: object = {}): Promise<void> {
    await act(this.desk, this.caller(actor, time), { number: this.number, action, ...given });
  }
  private async write(actor: Actor, time: string, body: string, internal = false): Promise<void> {
    await commentOn(this.desk, this.caller(actor, time), { number: this.number, body, internal });
  }
  /** The public words said at that very minute, if any: they are the question, the reason, the answer. */
  private wordsAt(time: string, role?: 'PEMOHON'): string | undefined {
    return this.ticket.komentar.find(
      (comment) =>
        comment.waktu === time && !comment.internal && (role ? comment.peran === role : comment.peran !== 'PEMOHON'),
    )?.isi;
  }

  private async submit(coordinator: Actor): Promise<void> {
    const { ticket } = this;
    const byDesk = ticket.kanal !== 'web';
    const fields = (await this.desk.masterData()).services.get(ticket.kategori)?.service.fields ?? [];
    const local = wibMinute(this.shifted(ticket.dibuatPada));
    const form: Record<string, unknown> = {};
    for (const field of fields.filter(({ type }) => type !== 'file')) {
      const given = ticket.dataForm[field.key];
      if (given !== undefined && given !== null)
        form[field.key] =
          field.type === 'datetime' && typeof given === 'string' ? new Date(this.shifted(given)).toISOString() : given;
      else if (field.required)
        form[field.key] =
          (field.pattern
            ? PATTERN_SAMPLES.find((sample) => new RegExp(`^(?:${field.pattern})$`, 'u').test(sample))
            : undefined) ?? fallback(field, ticket, local);
    }
    this.number = await submit(this.desk, this.caller(byDesk ? coordinator : await this.clerk(), ticket.dibuatPada), {
      title: ticket.judul,
      description: ticket.deskripsi,
      category: ticket.kategori,
      ...answersFor(ticket.prioritas),
      form,
      contact: { name: ticket.pic.nama, phone: ticket.pic.telepon, email: this.account?.email ?? null },
      ...(byDesk && { skpd: ticket.skpd, channel: CHANNEL[ticket.kanal] }),
    });
  }

  /** What the service requires came along with the request of every sample that was let into work. */
  private async attachDocuments(coordinator: Actor): Promise<void> {
    const { ticket } = this;
    const fields = (await this.desk.masterData()).services.get(ticket.kategori)?.service.fields ?? [];
    const needed = fields.filter(({ type, required }) => type === 'file' && required);
    if (!needed.length || !ticket.riwayatStatus.some(({ ke }) => ke === 'DIPROSES')) return;
    const caller = this.caller(ticket.kanal === 'web' ? await this.clerk() : coordinator, ticket.dibuatPada);
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'sample-'));
    try {
      for (const { key, label, accept } of needed) {
        const { extension, bytes } = sampleDocument(label, accept);
        const [place, name] = [path.join(folder, key), `${key.replaceAll('_', '-')}.${extension}`];
        await fs.writeFile(place, bytes);
        const file = { path: place, name, size: bytes.length };
        await addAttachment(this.desk, caller, { number: this.number, field: key }, file);
      }
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  }

  /** Samples were let into work without a word on approval; here the coordinator gives it in the same minute. */
  private async approve(coordinator: Actor, time: string): Promise<void> {
    const record = (await this.desk.masterData()).services.get(this.ticket.kategori);
    if (record?.service.approver) await this.act(coordinator, time, 'approve');
  }

  private async move(
    coordinator: Actor,
    { waktu, dari, ke, oleh }: SeedTicket['riwayatStatus'][number],
  ): Promise<void> {
    const { ticket } = this;
    const to = STATUS[ke as keyof typeof STATUS];
    const officer = this.people.officers.has(oleh) ? await this.staff(oleh) : null;
    const said = this.wordsAt(waktu);
    if (to === 'IN_PROGRESS' && dari === 'BARU') await this.approve(coordinator, waktu);
    if (to === 'IN_PROGRESS' && dari === 'BARU' && officer)
      return ticket.petugas && ticket.petugas !== oleh
        ? this.act(officer, waktu, 'assign', { assignee: this.people.officers.get(ticket.petugas) })
        : this.act(officer, waktu, 'claim');
    if (to === 'IN_PROGRESS' && dari === 'SELESAI')
      return this.act(await this.clerk(), waktu, 'reopen', {
        reason: this.wordsAt(waktu, 'PEMOHON') ?? 'Masalah muncul kembali.',
      });
    if (to === 'IN_PROGRESS' && officer) return this.act(officer, waktu, 'resume');
    if (to === 'IN_PROGRESS')
      return this.write(await this.clerk(), waktu, this.wordsAt(waktu, 'PEMOHON') ?? 'Sudah kami lengkapi.');
    const handler = officer ?? (await this.staff(ticket.petugas ?? ''));
    switch (to) {
      case 'WAITING_REQUESTER':
        return this.act(handler, waktu, 'askRequester', {
          question: said ?? 'Mohon lengkapi keterangan permintaan ini.',
        });
      case 'WAITING_THIRD_PARTY':
        return this.act(handler, waktu, 'waitThirdParty', {
          party: 'Penyedia layanan',
          reason: said ?? 'Menunggu tindak lanjut pihak ketiga.',
        });
      case 'RESOLVED':
        return this.act(handler, waktu, 'resolve', {
          resolutionSummary: ticket.ringkasanHasil ?? 'Pekerjaan selesai.',
          ...(ticket.tindakan && { workDone: ticket.tindakan }),
        });
      case 'REJECTED':
        return this.act(handler, waktu, 'reject', { reason: ticket.alasan ?? 'Di luar ruang lingkup layanan.' });
      case 'CANCELLED': {
        const reason = ticket.alasan ?? 'Dibatalkan pemohon.';
        await this.act(await this.clerk(), waktu, 'requestCancel', { reason });
        return this.act(handler, waktu, 'cancel', { reason });
      }
      default:
        throw new Error(`the sample ${ticket.nomor} has a move we do not know: ${dari ?? '–'} → ${ke}`);
    }
  }

  /** What was said at a minute in which the status moved has become part of the move. */
  private async say({ waktu, oleh, peran, internal, isi }: SeedTicket['komentar'][number]): Promise<void> {
    const moved = this.ticket.riwayatStatus.find((step) => step.waktu === waktu && step.dari !== null);
    const isPartOfMove =
      moved &&
      !internal &&
      (moved.ke.startsWith('MENUNGGU')
        ? peran !== 'PEMOHON'
        : peran === 'PEMOHON' && moved.ke === 'DIPROSES' && moved.oleh === oleh);
    if (isPartOfMove) return;
    const actor = peran === 'PEMOHON' ? await this.clerk() : await this.staff(oleh);
    await this.write(actor, waktu, isi, internal);
  }

  async run(coordinator: Actor): Promise<void> {
    const { ticket } = this;
    await this.submit(coordinator);
    await this.attachDocuments(coordinator);
    const steps = [
      ...ticket.riwayatStatus
        .filter(({ dari }) => dari !== null)
        .map((step) => ({ at: step.waktu, order: 0, run: () => this.move(coordinator, step) })),
      ...ticket.komentar.map((comment) => ({ at: comment.waktu, order: 1, run: () => this.say(comment) })),
    ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.order - b.order);
    for (const step of steps) await step.run();
    const resolvedAt = ticket.riwayatStatus.at(-1)?.waktu;
    if (ticket.penilaian && resolvedAt)
      await this.act(await this.clerk(), resolvedAt, 'rate', {
        rating: ticket.penilaian.nilai,
        ...(ticket.penilaian.ulasan && { ratingComment: ticket.penilaian.ulasan }),
      });
  }
}

/** All samples, moved by whole weeks to end just before now, so that weekdays stay right. */
export async function replayTickets(
  desk: Desk,
  tickets: readonly SeedTicket[],
  reference: number,
  people: People,
  now = Date.now(),
): Promise<void> {
  const shift = Math.floor((now - reference) / WEEK_MS) * WEEK_MS;
  const coordinator = await staffActor(desk, people.officers.get('Laila Safitri') ?? 0);
  for (const ticket of [...tickets].sort((a, b) => Date.parse(a.dibuatPada) - Date.parse(b.dibuatPada)))
    await new Replay(desk, ticket, people, shift).run(coordinator);
}
