import { can, type Actor, type Policy } from '../access';
import type { TicketFacts } from '../facts';
import type { Language } from '../language';
import { HATS, INTERNAL_KINDS, RECEIPTS, WHO_IS_TOLD, type Hat, type NoticeChannel, type NoticeKind } from './kinds';
import { channelsFor, type NoticePreferences } from './preferences';

/** Somebody an event may be told to. A contact without an account has an address alone, and no roles. */
export interface Listener {
  readonly kind: 'portal' | 'staff' | 'contact';
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly hats: readonly Hat[];
  /** Who they are to the policy; null for a contact. */
  readonly actor: Actor | null;
  readonly preferences: NoticePreferences;
}

/** One person is told one thing: which, by which ways, and why. */
export interface Telling {
  readonly to: Listener;
  readonly kind: NoticeKind;
  readonly why: Hat;
  readonly channels: readonly NoticeChannel[];
}

/** What happened, as far as telling goes. */
export interface Deed {
  readonly kinds: readonly NoticeKind[];
  readonly isInternal: boolean;
  readonly by: Pick<Actor, 'kind' | 'id'>;
}

/** A contact reads nothing here; what they gave their address for is what the requester is told. */
const mayHear = (policy: Policy, { actor }: Listener, facts: TicketFacts, isInternal: boolean, now: number): boolean =>
  actor === null
    ? !isInternal
    : can(policy, actor, 'ticket:read', facts, now).allowed &&
      (!isInternal || can(policy, actor, 'ticket:readInternal', facts, now).allowed);

/**
 * Who is told of a deed. Nobody is told of their own, but for the receipt of what they filed, and nobody what they may
 * not read; a person with several hats hears once.
 */
export function tellingsOf(
  policy: Policy,
  deed: Deed,
  listeners: readonly Listener[],
  facts: TicketFacts,
  now: number,
): Telling[] {
  return listeners.flatMap((to): Telling[] => {
    const isOwn = to.kind === deed.by.kind && to.id === deed.by.id;
    for (const kind of deed.kinds)
      for (const why of HATS) {
        const standard = WHO_IS_TOLD[kind][why];
        if (!standard || !to.hats.includes(why)) continue;
        // The reminder of the clock is kept among officers, but that it is late is said to leaders as well.
        const isInternal = kind === 'late' ? false : deed.isInternal || INTERNAL_KINDS.includes(kind);
        if (isOwn && !(RECEIPTS.includes(kind) && why === 'requester')) return [];
        if (!mayHear(policy, to, facts, isInternal, now)) return [];
        const chosen = channelsFor(kind, standard, to.preferences);
        const channels = isOwn || to.kind === 'contact' ? chosen.filter((channel) => channel === 'mail') : chosen;
        return channels.length ? [{ to, kind, why, channels }] : [];
      }
    return [];
  });
}
