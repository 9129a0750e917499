import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { answersFor, DAY_MS, DEFAULT_POLICY, wibMinute, type Action, type Actor } from '../../domain';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { portalActor, staffActor } from '../desk/people';
import { addAttachment } from '../attachments';
import { act } from '../tickets/act';
import { sampleDocument } from './sample-document';
import { commentOn } from '../tickets/comment';
import { submit } from '../tickets/submit';
import type { SeedTicket } from './files';
import { formFor } from './sample-answers';
import { moveSample, type People, type SampleLife } from './sample-moves';

const WEEK_MS = 7 * DAY_MS;
const CHANNEL = { web: 'WEB', telepon: 'PHONE', wa: 'WHATSAPP' } as const;

/** Lives one sample ticket again, step by step, through the use cases and with the clock of its day. */
class Replay implements SampleLife {
  private number = '';
  private readonly shifted: (time: string) => number;
  constructor(
    readonly desk: Desk,
    readonly ticket: SeedTicket,
    readonly people: People,
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
      isReplay: true,
    };
  }
  async staff(name: string): Promise<Actor> {
    return staffActor(this.desk, this.people.officers.get(name) ?? 0);
  }
  private get account() {
    return this.people.clerks.get(`${this.ticket.skpd}:${this.ticket.pic.nama}`);
  }
  async clerk(): Promise<Actor> {
    return portalActor(this.desk, this.account?.id ?? 0, this.shifted(this.ticket.dibuatPada));
  }
  async act(actor: Actor, time: string, action: Action, given: object = {}): Promise<void> {
    await act(this.desk, this.caller(actor, time), { number: this.number, action, ...given });
  }
  async write(actor: Actor, time: string, body: string, internal = false): Promise<void> {
    await commentOn(this.desk, this.caller(actor, time), { number: this.number, body, internal });
  }

  private async submit(coordinator: Actor): Promise<void> {
    const { ticket } = this;
    const byDesk = ticket.kanal !== 'web';
    const fields = (await this.desk.masterData()).services.get(ticket.kategori)?.service.fields ?? [];
    const form = formFor(fields, ticket, wibMinute(this.shifted(ticket.dibuatPada)), this.shifted);
    const { number } = await submit(
      this.desk,
      this.caller(byDesk ? coordinator : await this.clerk(), ticket.dibuatPada),
      {
        title: ticket.judul,
        description: ticket.deskripsi,
        category: ticket.kategori,
        ...answersFor(ticket.prioritas),
        form,
        contact: { name: ticket.pic.nama, phone: ticket.pic.telepon, email: this.account?.email ?? null },
        ...(byDesk && { skpd: ticket.skpd, channel: CHANNEL[ticket.kanal] }),
      },
    );
    this.number = number;
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
        .map((step) => ({ at: step.waktu, order: 0, run: () => moveSample(this, coordinator, step) })),
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
