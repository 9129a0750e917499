import { signatoryFor, wibDay, words, type DocumentKind, type TicketDetail } from '../../domain';
import { portalAddress } from '../desk/sender';
import type { DocumentContent, Party, TicketPart } from './content';
import { particularsOf } from './facts';
import { filesOf, historyOf, photosOf, placeOf, ticketPart, type Material } from './material';

const id = words('id');
const instant = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

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
    address: `${portalAddress(material.desk)}/tiket/${ticket.number}`,
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

/** What a document of this kind says of this ticket. */
export const bodyOf = async <K extends DocumentKind>(kind: K, material: Material): Promise<Body<K>> =>
  BUILDERS[kind](material, await ticketPart(material));
