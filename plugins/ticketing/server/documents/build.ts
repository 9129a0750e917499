import { buffer } from 'node:stream/consumers';
import {
  wibDay,
  isImage,
  signatoryFor,
  words,
  type DocumentKind,
  type FormAnswer,
  type TicketDetail,
  type TimelineEntry,
} from '../../domain';
import { openAttachment } from '../attachments';
import type { AuditRow } from '../audit/entries';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import type { OfficeIdentity } from '../desk/identity';
import { MOST_ENTRIES } from '../../domain/contract/tickets';
import { readTimeline } from '../tickets/timeline';
import type { DocumentContent, FilePart, HistoryPart, Party, Picture, TicketPart } from './content';
import { particularsOf } from './facts';
import { photoFrom } from './pictures';

/** Pictures of one Berita Acara; a ticket holds as many files. */
const MOST_PHOTOS = 30;
/** Keys of form fields that say where the work is. */
const PLACES = /^(lokasi|gedung|ruang|alamat|tempat)/;

const id = words('id');
const instant = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

/** What a document is made from. Everything on paper is Indonesian, whatever its reader's screen speaks. */
export interface Material {
  readonly desk: Desk;
  readonly caller: Caller;
  readonly identity: OfficeIdentity;
  readonly ticket: TicketDetail;
  readonly entries: readonly AuditRow[];
}

async function ticketPart({ desk, ticket }: Material): Promise<TicketPart> {
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

const filesOf = ({ ticket }: Material): FilePart[] => ticket.attachments.map(({ name, size }) => ({ name, size }));
const placeOf = (form: readonly FormAnswer[]): string | null => {
  const found = form.find(({ key, value }) => PLACES.test(key) && typeof value === 'string');
  return found ? String(found.value) : null;
};

async function historyOf({ desk, caller, ticket }: Material): Promise<HistoryPart[]> {
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
async function photosOf({ desk, caller, ticket, entries }: Material): Promise<{ photos: Picture[]; rest: FilePart[] }> {
  const officers = new Set(
    entries
      .filter(({ event, actor_kind }) => event === 'attach' && actor_kind === 'staff')
      .map(({ payload }) => payload.after?.['id']),
  );
  const photos: Picture[] = [];
  const rest: FilePart[] = [];
  for (const { id: file, name, mime, size } of ticket.attachments) {
    const isEvidence = officers.has(file) && isImage(mime) && photos.length < MOST_PHOTOS;
    const photo = isEvidence
      ? await photoFrom(name, await buffer((await openAttachment(desk, caller, ticket.number, file)).stream))
      : null;
    if (photo) photos.push(photo);
    else rest.push({ name, size });
  }
  return { photos, rest };
}

const person = (name: string | null, unit: string | null): Party => ({ name, nip: null, position: null, unit });

/** When work began: at the first verification, else when it was filed for work at all. */
const startedAt = ({ verifiedAt, firstResponseAt }: TicketDetail): number | null =>
  instant(verifiedAt ?? firstResponseAt);

type Body<K extends DocumentKind> = DocumentContent<K>['body'];
type Builders = { readonly [K in DocumentKind]: (material: Material, part: TicketPart) => Body<K> | Promise<Body<K>> };

const BUILDERS: Builders = {
  'request-form': (material, ticket) => ({
    ticket,
    description: material.ticket.description,
    impact: id.impact[material.ticket.impact],
    urgency: id.urgency[material.ticket.urgency],
    requester: material.ticket.requester?.name ?? null,
    contact: material.ticket.contact,
    form: material.ticket.form,
    files: filesOf(material),
  }),
  receipt: (material, ticket) => ({
    ticket,
    contact: material.ticket.contact,
    responseDueAt: instant(material.ticket.responseDueAt),
    resolutionDueAt: instant(material.ticket.resolutionDueAt),
    files: filesOf(material),
    address: `${siteOf(material.desk)}/tiket/${ticket.number}`,
  }),
  'completion-report': async (material, ticket) => {
    const { identity, entries } = material;
    const { letterNumber, executor, requester } = particularsOf(entries);
    const { photos, rest } = await photosOf(material);
    const resolvedAt = instant(material.ticket.resolvedAt);
    return {
      ticket,
      letterNumber,
      day: wibDay(resolvedAt ?? material.caller.now),
      executor: { ...person(material.ticket.assignee?.name ?? null, identity.officeName), ...executor },
      requester: { ...person(material.ticket.contact.name, ticket.skpd), ...requester },
      witness: signatoryFor(identity, 'COMPLETION'),
      location: placeOf(material.ticket.form),
      startedAt: startedAt(material.ticket),
      finishedAt: resolvedAt,
      workDone: material.ticket.workDone,
      result: material.ticket.resolutionSummary,
      helpers: material.ticket.helpers.map(({ name }) => name),
      photos,
      files: rest,
      leftOut: 0,
    };
  },
  'assignment-letter': ({ ticket: detail, identity }, ticket) => {
    const letter = detail.assignmentLetters.at(-1);
    const officers = [detail.assignee, ...detail.helpers].filter((one) => one !== null);
    return {
      ticket,
      letterNumber: letter?.number ?? null,
      day: letter?.date ?? null,
      officers: officers.map(({ name }) => person(name, null)),
      instruction: detail.dispositions.at(-1)?.instruction ?? null,
      location: placeOf(detail.form),
      dueAt: instant(detail.resolutionDueAt),
      signatory: signatoryFor(identity, 'ASSIGNMENT'),
    };
  },
  disposition: ({ ticket: detail, identity }, ticket) => ({
    ticket,
    contact: detail.contact,
    description: detail.description,
    dispositions: detail.dispositions.map((one) => ({ ...one, level: id.level[one.level] })),
    signatory: signatoryFor(identity, 'HEAD'),
  }),
  history: async (material, ticket) => ({
    ticket,
    status: id.status[material.ticket.status],
    assignee: material.ticket.assignee?.name ?? null,
    description: material.ticket.description,
    contact: material.ticket.contact,
    form: material.ticket.form,
    files: filesOf(material),
    resolvedAt: instant(material.ticket.resolvedAt),
    result: material.ticket.resolutionSummary,
    entries: await historyOf(material),
  }),
  'incident-report': async (material, ticket) => ({
    ticket,
    status: id.status[material.ticket.status],
    reporter: {
      name: material.ticket.requester?.name ?? material.ticket.contact.name,
      unit: ticket.skpd,
      contact: material.ticket.contact,
    },
    description: material.ticket.description,
    form: material.ticket.form,
    entries: await historyOf(material),
    impact: id.impact[material.ticket.impact],
    urgency: id.urgency[material.ticket.urgency],
    affected: material.ticket.affected,
    result: material.ticket.resolutionSummary,
    signatory: signatoryFor(material.identity, 'INCIDENT'),
  }),
};

/** Where people reach the portal. */
export const siteOf = (desk: Desk): string =>
  desk.strapi.plugin('ticketing').config<string>('siteUrl').replace(/\/$/, '');

/** What a document of this kind says of this ticket. */
export const bodyOf = async <K extends DocumentKind>(kind: K, material: Material): Promise<Body<K>> =>
  BUILDERS[kind](material, await ticketPart(material));
