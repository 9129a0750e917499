import {
  HATS,
  kindsFor,
  PORTAL_HATS,
  preferencesFrom,
  STAFF_HATS,
  WHO_IS_TOLD,
  type Hat,
  type NoticeChannel,
  type NoticeKind,
} from '../../domain';
import type { NoticeChoices, Parsed } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { rowsByKey, run, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
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

/** What holds for somebody with these hats where they chose nothing: the fullest of what any of them brings. */
const standardOf = (hats: readonly Hat[], kinds: readonly NoticeKind[]): NoticeChoices['standard'] =>
  Object.fromEntries(
    kinds.map((kind): [NoticeKind, NoticeChannel[]] => [
      kind,
      [...new Set(hats.flatMap((hat) => WHO_IS_TOLD[kind][hat] ?? []))],
    ]),
  );

export async function readChoices(desk: Desk, caller: Caller): Promise<NoticeChoices> {
  const { kind, id } = readerOf(caller);
  const [row] = await rowsByKey<{ value: unknown }>(
    connection(desk.strapi),
    sql`select value::json as value from notice_preferences where recipient_kind = ${kind} and recipient_id = ${id}`,
  );
  const hats = hatsOf(caller);
  const kinds = kindsFor(hats);
  return { kinds, preferences: preferencesFrom(row?.value), standard: standardOf(hats, kinds) };
}

/** Keeps what somebody chose to be told. */
export async function saveChoices(
  desk: Desk,
  caller: Caller,
  request: Parsed<'saveNoticeChoices'>,
): Promise<NoticeChoices> {
  const { kind, id } = readerOf(caller);
  const { preferences: before } = await readChoices(desk, caller);
  await inTransaction(desk.strapi, async (trx) => {
    await run(
      trx,
      sql`insert into notice_preferences (recipient_kind, recipient_id, value, updated_at) values (${kind}, ${id},
        ${JSON.stringify(request)}, ${new Date(caller.now)}) on conflict (recipient_kind, recipient_id) do update set value =
        excluded.value, updated_at = excluded.updated_at`,
    );
    await record(trx, caller, {
      subjectType: kind === 'staff' ? 'staff-account' : 'portal-account',
      subjectId: String(id),
      event: 'chooseNotices',
      payload: { before, after: request },
    });
  });
  return readChoices(desk, caller);
}
