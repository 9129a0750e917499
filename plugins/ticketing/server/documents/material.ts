import { buffer } from 'node:stream/consumers';
import { isImage, words, type FormAnswer, type TicketDetail, type TimelineEntry } from '../../domain';
import { MOST_ENTRIES } from '../../domain/contract/tickets';
import { openAttachment } from '../attachments';
import type { AuditRow } from '../audit/entries';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import type { OfficeIdentity } from '../desk/identity';
import { readTimeline } from '../tickets/timeline';
import type { FilePart, HistoryPart, Picture, TicketPart } from './content';
import { photoFrom } from './pictures';

/** Pictures of one Berita Acara; a ticket holds as many files. */
const MOST_PHOTOS = 30;
/** Keys of form fields that say where the work is. */
const PLACES = /^(lokasi|gedung|ruang|alamat|tempat)/;

const id = words('id');

/** What a document is made from. Everything on paper is Indonesian, whatever its reader's screen speaks. */
export interface Material {
  readonly desk: Desk;
  readonly caller: Caller;
  readonly identity: OfficeIdentity;
  readonly ticket: TicketDetail;
  readonly entries: readonly AuditRow[];
}

/** What every document of a ticket begins with. */
export async function ticketPart({ desk, ticket }: Material): Promise<TicketPart> {
  const { catalog } = await desk.masterData();
  const group = catalog.categories.find(({ services }) => services.some(({ code }) => code === ticket.category.code));
  return {
    number: ticket.number,
    title: ticket.title,
    category: group?.name ?? '',
    service: ticket.category.name,
    skpd: ticket.skpd.name,
    priority: id.priority[ticket.priority],
    channel: id.channel[ticket.channel],
    isConfidential: ticket.isConfidential,
    submittedAt: Date.parse(ticket.submittedAt),
  };
}

/** What is for officers alone stands on no paper: a final one is the same for whoever asks, and papers are passed on. */
const shownFiles = ({ attachments }: TicketDetail) => attachments.filter(({ isInternal }) => !isInternal);
export const filesOf = ({ ticket }: Material): FilePart[] =>
  shownFiles(ticket).map(({ name, size }) => ({ name, size }));
/** Where the work is, as the form tells it. */
export const placeOf = (form: readonly FormAnswer[]): string | null => {
  const found = form.find(({ key, value }) => PLACES.test(key) && typeof value === 'string');
  return found ? String(found.value) : null;
};

/** The ticket's timeline in words for paper, oldest first. */
export async function historyOf({ desk, caller, ticket }: Material): Promise<HistoryPart[]> {
  const told = await readTimeline(
    desk,
    { ...caller, language: 'id' },
    { number: ticket.number, from: 1, limit: MOST_ENTRIES },
  );
  const nameOf = (name: string): string => (id.fact as Readonly<Record<string, string>>)[name] ?? name;
  return told.map(({ at, event, by, text, facts, isInternal }: TimelineEntry) => ({
    at: Date.parse(at),
    what: id.event[event].replace(/^./u, (first) => first.toUpperCase()),
    by: by.name,
    text,
    facts: Object.entries(facts).map(([name, value]) => [nameOf(name), value] as const),
    isInternal,
  }));
}

/** Pictures that officers filed show the work; one after the other, so that memory stays small. */
export async function photosOf({
  desk,
  caller,
  ticket,
  entries,
}: Material): Promise<{ photos: Picture[]; rest: FilePart[] }> {
  const officers = new Set(
    entries
      .filter(({ event, actor_kind }) => event === 'attach' && actor_kind === 'staff')
      .map(({ payload }) => payload.after?.['id']),
  );
  const photos: Picture[] = [];
  const rest: FilePart[] = [];
  for (const { id: file, name, mime, size } of shownFiles(ticket)) {
    const isEvidence = officers.has(file) && isImage(mime) && photos.length < MOST_PHOTOS;
    const photo = isEvidence
      ? await photoFrom(name, await buffer((await openAttachment(desk, caller, ticket.number, file)).stream))
      : null;
    if (photo) photos.push(photo);
    else rest.push({ name, size });
  }
  return { photos, rest };
}
