import { identity, nobody } from './material';
import { normal, type Papers } from './usual';

/** As little as a ticket can have: nobody named, nothing attached, no number, and an office that filled in only its names. */
const bare = {
  ...identity,
  postalCode: null,
  phone: null,
  email: null,
  site: null,
  serviceHours: null,
  signatories: [],
};
const emptyOf: Readonly<Record<string, unknown>> = {
  description: 'Internet putus.',
  form: [],
  files: [],
  photos: [],
  helpers: [],
  dispositions: [],
  officers: [],
  entries: [],
  categories: [],
  letterNumber: null,
  signatory: null,
  witness: null,
  location: null,
  startedAt: null,
  finishedAt: null,
  workDone: null,
  result: null,
  executor: nobody,
  requester: nobody,
  responseDueAt: null,
  resolutionDueAt: null,
  resolvedAt: null,
  assignee: null,
  instruction: null,
  dueAt: null,
  affected: 0,
};
export const emptied = <K extends keyof Papers>(kind: K) => ({
  kind,
  frame: { ...normal[kind].frame, identity: bare, proof: null, state: 'PREVIEW' as const },
  body: Object.fromEntries(
    Object.entries(normal[kind].body).map(([name, value]) => [
      name,
      name === 'requester' && typeof value === 'string' ? null : name in emptyOf ? emptyOf[name] : value,
    ]),
  ),
});
