import {
  HATS,
  kindsFor,
  NEWS_HATS_OF,
  NOTICE_CHANNELS,
  newsFor,
  PORTAL_HATS,
  STAFF_HATS,
  WHO_HEARS,
  WHO_IS_TOLD,
  type Hat,
  type NewsHat,
  type NoticeChannel,
  type ToldKind,
} from '../../domain';
import type { NoticeChoices, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { keepPreferences, preferencesOf } from '../news/preferences';
import { readNumber } from '../short-messages/numbers';
import { readerOf } from './inbox';

const hatsOf = ({ actor }: Caller): readonly Hat[] =>
  actor.kind === 'staff'
    ? STAFF_HATS.filter((hat) => hat !== 'coordinator' || actor.roles.includes('COORDINATOR'))
    : HATS.filter((hat) =>
        actor.roles.some(
          (role) =>
            role in PORTAL_HATS && (PORTAL_HATS as Partial<Record<string, readonly Hat[]>>)[role]?.includes(hat),
        ),
      );

/** The same for news that is no event of a ticket. */
const newsHatsOf = ({ actor: { kind, roles } }: Caller): NewsHat[] =>
  kind === 'staff'
    ? [...NEWS_HATS_OF.STAFF]
    : (['REQUESTER', 'LEADER'] as const).flatMap((role) => (roles.includes(role) ? NEWS_HATS_OF[role] : []));

type Standard = [ToldKind, NoticeChannel[]];
const fullest = (ways: readonly (readonly NoticeChannel[] | undefined)[]): NoticeChannel[] => [
  ...new Set(ways.flatMap((each) => each ?? [])),
];
/** What holds for somebody with these hats where they chose nothing: the fullest of what any of them brings. */
const standardOf = (hats: readonly Hat[], newsHats: readonly NewsHat[]): NoticeChoices['standard'] =>
  Object.fromEntries([
    ...kindsFor(hats).map((kind): Standard => [kind, fullest(hats.map((hat) => WHO_IS_TOLD[kind][hat]))]),
    ...newsFor(newsHats).map((kind): Standard => [kind, fullest(newsHats.map((hat) => WHO_HEARS[kind][hat]))]),
  ]);

/** Devices are told at the portal alone, WhatsApp is for whoever wants it. */
async function channelsOf(desk: Desk, caller: Caller): Promise<NoticeChannel[]> {
  const { isOffered, number } = await readNumber(desk, caller);
  const isThere: Readonly<Record<NoticeChannel, boolean>> = {
    inbox: true,
    mail: true,
    push: caller.actor.kind === 'portal',
    whatsapp: isOffered && number !== null,
  };
  return NOTICE_CHANNELS.filter((channel) => isThere[channel]);
}

export async function readChoices(desk: Desk, caller: Caller): Promise<NoticeChoices> {
  const [hats, newsHats] = [hatsOf(caller), newsHatsOf(caller)];
  return {
    kinds: [...kindsFor(hats), ...newsFor(newsHats)],
    channels: await channelsOf(desk, caller),
    preferences: await preferencesOf(connection(desk.strapi), readerOf(caller)),
    standard: standardOf(hats, newsHats),
  };
}

/** Keeps what somebody chose to be told. */
export async function saveChoices(
  desk: Desk,
  caller: Caller,
  request: Parsed<'saveNoticeChoices'>,
): Promise<NoticeChoices> {
  const reader = readerOf(caller);
  await inTransaction(desk.strapi, async (trx) =>
    keepPreferences(trx, caller, reader, await preferencesOf(trx, reader), request),
  );
  return readChoices(desk, caller);
}
