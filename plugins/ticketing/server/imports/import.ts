import {
  isPreset,
  messagesFor,
  missingColumns,
  oneLine,
  PRESET_MAPPINGS,
  readMapping,
  type ImportedTicket,
  type ImportFault,
  type ImportMapping,
  type MappingFault,
  type MessageField,
} from '../../domain/imports';
import { systemCaller } from '../database/caller';
import { lock } from '../database/locks';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { takenOver, takeOver, type Source } from '../tickets/take-over';
import { addMessages, behindOf } from '../tickets/take-over-messages';
import { knownHere, type Known } from './ground';
import { NO_MESSAGES, readMessages } from './messages';
import { openList, type Head } from './read';
import type { ListListener, ListRefused } from './small-list';

/** Tickets of one transaction: short locks, and what is cut off between two goes on with the next. */
const BATCH = 100;

export interface Asked {
  /** A file on this machine. */
  readonly path: string;
  readonly preset: string | null;
  /** A mapping file's content, parsed. */
  readonly mapping: unknown;
  /** A second list: what was said on these tickets; null where there is none. */
  readonly messages: string | null;
  /** Without it nothing is written. */
  readonly isApplied: boolean;
}
/** What is said while it goes on. */
export interface Listener {
  readonly opened: (head: Head, mapping: ImportMapping) => void;
  readonly bad: (faults: readonly ImportFault[]) => void;
  readonly progress: (read: number) => void;
  /** Of the second list. */
  readonly messages: ListListener<MessageField>;
}
export interface Outcome {
  /** Made, or in a dry run: would be. */
  readonly made: number;
  readonly known: number;
  readonly bad: number;
  /** Names of officers there that nobody here has, with how often; the tickets stand without one. */
  readonly officers: ReadonlyMap<string, number>;
  /** Messages of the tickets that are made, and new ones of those that were here. */
  readonly messages: number;
  readonly first: string | null;
  readonly last: string | null;
}
/** Refused before a line was read. */
export type Refused =
  | { readonly why: 'mapping'; readonly faults: readonly MappingFault[] }
  | { readonly why: 'columns'; readonly head: Head; readonly missing: ReturnType<typeof missingColumns> }
  | ({ readonly why: 'messages' } & ListRefused<MessageField>);

function mappingFor({ preset, mapping }: Asked): { readonly mapping: ImportMapping } | Refused {
  const base = preset !== null && isPreset(preset) ? PRESET_MAPPINGS[preset] : null;
  const read = readMapping(mapping ?? {}, base);
  return read.mapping ? read : { why: 'mapping', faults: read.faults };
}

interface Written {
  readonly made: readonly string[];
  readonly known: number;
  readonly messages: number;
}
/**
 * One batch in one transaction: of those whose source has none here yet, each becomes a ticket; the others are given what
 * was said on them since.
 */
async function write(
  desk: Desk,
  source: Source,
  tickets: readonly ImportedTicket[],
  known: Known,
  { isApplied, now }: { readonly isApplied: boolean; readonly now: number },
): Promise<Written> {
  // Master data is read before the transaction holds a connection.
  const [master, { settings, policy }] = [await desk.masterData(), await desk.inForce()];
  return inTransaction(desk.strapi, async (trx) => {
    // Of two who import the same list the second finds what the first one made.
    await lock(trx, 'small', `import:${source.code}`);
    const here = await takenOver(
      trx,
      source,
      tickets.map(({ source: { id } }) => id),
    );
    const fresh = tickets.filter(({ source: { id } }) => !here.has(id));
    const behind = await behindOf(
      trx,
      source,
      tickets.flatMap((ticket) => {
        const number = here.get(ticket.source.id);
        return number === undefined ? [] : [{ number, ticket }];
      }),
    );
    const messages = [...fresh, ...behind].reduce((sum, each) => sum + each.messages.length, 0);
    if (!isApplied) return { made: fresh.map(({ source: { id } }) => id), known: here.size, messages };
    const caller = { ...systemCaller(policy, now), isReplay: true as const };
    const made: string[] = [];
    for (const ticket of fresh)
      made.push(
        await takeOver(trx, caller, ticket, { master, settings, source, officer: known.officer(ticket.assignee) }),
      );
    for (const one of behind) await addMessages(trx, source, one);
    return { made, known: here.size, messages };
  });
}

/**
 * Tries another system's list of tickets, or takes it over. Bad lines are told and stop no other; a list may be taken
 * over again at any time, and adds what is missing, also after it was cut off.
 */
export async function importTickets(
  desk: Desk,
  asked: Asked,
  listener: Listener,
  now: () => number,
): Promise<Outcome | Refused> {
  const chosen = mappingFor(asked);
  if ('why' in chosen) return chosen;
  const { mapping } = chosen;
  const known = await knownHere(desk);
  const list = await openList(asked.path, mapping, known, now());
  const missing = missingColumns(list.head.columns);
  if (missing.length > 0) return { why: 'columns', head: list.head, missing };
  listener.opened(list.head, mapping);
  const said =
    asked.messages === null ? NO_MESSAGES : await readMessages(asked.messages, mapping, listener.messages, now());
  if ('missing' in said) return { why: 'messages', ...said };
  const unclaimed = new Map(said.of);
  /** A ticket with what was said on it; what cannot be told is a fault of the second list, and stops no ticket. */
  const withMessages = (ticket: ImportedTicket): ImportedTicket => {
    const { told, faults } = messagesFor(unclaimed.get(ticket.source.id) ?? [], ticket.submittedAt);
    unclaimed.delete(ticket.source.id);
    outcome.bad += faults.length;
    listener.messages.bad(faults);
    return { ...ticket, messages: told };
  };

  const officers = new Map<string, number>();
  const outcome = {
    made: 0,
    known: 0,
    bad: said.bad,
    messages: 0,
    first: null as string | null,
    last: null as string | null,
  };
  let [batch, read]: [ImportedTicket[], number] = [[], 0];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const written = await write(desk, mapping.source, batch, known, { isApplied: asked.isApplied, now: now() });
    outcome.made += written.made.length;
    outcome.known += written.known;
    outcome.messages += written.messages;
    outcome.first ??= written.made[0] ?? null;
    outcome.last = written.made.at(-1) ?? outcome.last;
    batch = [];
  };
  for await (const judged of list.lines()) {
    read += 1;
    if ('ticket' in judged) {
      const { assignee } = judged.ticket;
      if (assignee && known.officer(assignee) === null) officers.set(assignee, (officers.get(assignee) ?? 0) + 1);
      batch.push(withMessages(judged.ticket));
    } else {
      outcome.bad += 1;
      listener.bad(judged.faults);
    }
    if (batch.length === BATCH) await flush();
    if (read % 1000 === 0) listener.progress(read);
  }
  await flush();
  for (const [ticket, messages] of unclaimed) {
    outcome.bad += messages.length;
    listener.messages.bad(
      messages.map(({ line }) => ({ line, code: 'unknownTicket', column: '', value: oneLine(ticket) })),
    );
  }
  return { ...outcome, officers };
}
