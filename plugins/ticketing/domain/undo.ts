/** What an entry tells, as far as undoing asks. */
interface Change {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}
interface Told {
  readonly event: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly changes: readonly Change[];
}
interface Undoable {
  readonly events: readonly ('create' | 'update' | 'delete')[];
  /** Which changes can be put back; absent for all of them. What else changed keeps the entry from being undone. */
  readonly names?: readonly string[];
}
const UPDATE = { events: ['update'] } as const satisfies Undoable;
const ALL = { events: ['create', 'update', 'delete'] } as const satisfies Undoable;

/**
 * Which changes of settings and master data can be taken back from their entry, by what they were made to. Only where
 * the entry holds all of what was before, and a use case of ours, or a checked save, can write it.
 */
export const UNDOABLE = {
  'ticketing.lifecycle': UPDATE,
  'ticketing.authority': UPDATE,
  'ticketing.letters': UPDATE,
  // A password is in no entry, so nothing that had another one is put back.
  'ticketing.mail': {
    events: ['update'],
    names: ['host', 'port', 'security', 'username', 'fromName', 'fromAddress', 'replyTo', 'gatherMinutes'],
  },
  'ready-reply': ALL,
  'staff-leave': { events: ['create', 'delete'] },
  holiday: { events: ['create', 'update', 'delete'], names: ['date', 'name', 'kind', 'certainty', 'source'] },
  'working-calendar': {
    events: ['create', 'update', 'delete'],
    names: ['code', 'name', 'alwaysOpen', 'slots', 'periods'],
  },
  // A unit that gave way to another is restored on the page of units, which knows what went with it.
  skpd: {
    events: ['update'],
    names: ['name', 'shortName', 'kind', 'parent', 'workDays', 'aliases', 'isActive', 'activeFrom', 'activeTo'],
  },
  category: {
    events: ['update'],
    names: [
      ...['name', 'description', 'icon', 'isActive', 'parent', 'kind', 'team', 'defaultPriority', 'approver'],
      ...['requiresLetter', 'requiresDisposition', 'requiresAssignmentLetter', 'isConfidential', 'sla', 'fields'],
      ...['hasSensitiveAttachments', 'attachmentKinds', 'keywords', 'reference'],
    ],
  },
  team: { events: ['update'], names: ['name', 'department', 'isActive', 'members', 'certainty'] },
  priority: { events: ['update'], names: ['name', 'rank', 'responseMinutes', 'resolutionMinutes', 'example'] },
  identity: {
    events: ['update'],
    names: [
      ...['government', 'office', 'officeName', 'officeShortName', 'systemName', 'city', 'unitTerm', 'address'],
      ...['postalCode', 'phone', 'email', 'site', 'serviceHours', 'paper'],
      ...['head', 'completionSigner', 'assignmentSigner', 'incidentSigner'],
    ],
  },
} as const satisfies Record<string, Undoable>;
export type UndoKind = keyof typeof UNDOABLE;

const isKind = (name: string): name is UndoKind => name in UNDOABLE;

/** By which line of the table an entry can be taken back; null where it cannot. */
export function undoKindOf({ event, subject, changes }: Told): UndoKind | null {
  const kind = subject.type === 'setting' ? subject.id : subject.type;
  if (!isKind(kind) || changes.length === 0) return null;
  const { events, names }: Undoable = UNDOABLE[kind];
  const isKnown = ({ name }: Change) => names?.includes(name) ?? true;
  // Mail that was set in the environment before has no earlier settings to go back to.
  const isWhole = kind !== 'ticketing.mail' || changes.every(({ name, before }) => name !== 'host' || before !== null);
  return (events as readonly string[]).includes(event) && changes.every(isKnown) && isWhole ? kind : null;
}

const isReferences = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
/** The same whatever the order of its keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`;
  return JSON.stringify(value ?? null);
}

/**
 * What to write back over `now`; null where something newer changed it since. Of lists of names an entry may hold only
 * those that went and those that came: these are put back, and the others stay.
 */
export function backFrom({ before, after }: Change, now: unknown): { readonly value: unknown } | null {
  if (canonical(now) === canonical(after)) return { value: before };
  if (!isReferences(now) || !isReferences(before ?? []) || !isReferences(after ?? [])) return null;
  const [went, came] = [(before ?? []) as readonly string[], (after ?? []) as readonly string[]];
  if (came.some((each) => !now.includes(each)) || went.some((each) => now.includes(each))) return null;
  return { value: [...now.filter((each) => !came.includes(each)), ...went] };
}
