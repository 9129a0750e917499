import { Readable } from 'node:stream';
import type { Caller } from '../database/caller';
import { connection, inTransaction } from '../database/transaction';
import { accountOf, ownerOf, toDetail } from './rows';
import { record } from '../audit/entries';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, type Sql } from '../database/sql';

/** Rows read at a time, so that a history of any length needs little memory. */
const PAGE = 500;

/** A part of the copy: rows of one kind of the account with this id, oldest first, keyed by a number that grows. */
interface Part {
  readonly name: string;
  readonly rows: (id: number) => Sql;
}

const ENTRY = sql`id as key, at, event`;
const PARTS: readonly Part[] = [
  {
    name: 'privacyAcknowledgements',
    rows: (id) =>
      sql`select row_number() over (order by at) as key, version, at from privacy_acknowledgements where user_id =
        ${id}`,
  },
  {
    name: 'sessions',
    rows: (id) =>
      sql`select row_number() over (order by created_at, id) as key, id, created_at as "signedInAt", seen_at as
        "lastSeenAt", expires_at as "expiresAt", ended_at as "endedAt", end_reason as "endReason", address,
        seen_address as "lastAddress", user_agent as "userAgent" from portal_sessions where user_id = ${id}`,
  },
  {
    name: 'pushDevices',
    rows: (id) =>
      sql`select id as key, user_agent as "userAgent", created_at as "chosenAt", last_at as "lastAt" from push_devices
        where user_id = ${id}`,
  },
  {
    name: 'whatsApp',
    rows: (id) =>
      sql`select recipient_id as key, number, created_at as "chosenAt" from whatsapp_numbers where recipient_kind =
        'portal' and recipient_id = ${id}`,
  },
  {
    name: 'shortMessages',
    rows: (id) =>
      sql`select id as key, channel, ticket_number as ticket, kind, why, state, created_at as "createdAt", ended_at as
        "endedAt" from short_messages where recipient_kind = 'portal' and recipient_id = ${id}`,
  },
  {
    name: 'tickets',
    rows: (id) =>
      sql`select t.id as key, t.number, t.title, t.description, t.status, t.priority, c.name as service, s.name as
        skpd, t.channel, t.contact_name as "contactName", t.contact_phone as "contactPhone", t.contact_email as
        "contactEmail", t.form::json as form, t.submitted_at as "submittedAt", t.resolved_at as "resolvedAt",
        t.resolution_summary as "resolutionSummary" from tickets t join categories c on c.id = t.category_id join skpd
        s on s.id = t.skpd_id where t.requester_id = ${id}`,
  },
  {
    name: 'ratings',
    rows: (id) =>
      sql`select id as key, number, rating, rating_comment as "ratingComment" from tickets where requester_id = ${id}
        and rating is not null`,
  },
  {
    name: 'comments',
    rows: (id) =>
      sql`select ${ENTRY}, subject_id as ticket, payload::json->>'text' as text from audit_entries where actor_kind =
        'portal' and actor_id = ${id} and subject_type = 'ticket' and payload::json->>'text' is not null`,
  },
  {
    name: 'attachments',
    rows: (id) =>
      sql`select a.id as key, t.number as ticket, a.name, a.mime, a.size, a.digest as sha256, a.uploaded_at as
        "uploadedAt", a.deleted_at as "deletedAt" from attachments a join tickets t on t.id = a.ticket_id where
        a.uploader_kind = 'portal' and a.uploader_id = ${id}`,
  },
  {
    name: 'accountHistory',
    rows: (id) =>
      sql`select ${ENTRY}, case when actor_kind = 'staff' then null else address end as address, actor_name as by,
        payload::json as details from audit_entries where subject_type = 'portal-account' and subject_id = ${id}::text`,
  },
  {
    name: 'activity',
    rows: (id) =>
      sql`select ${ENTRY}, address, subject_type as "subjectType", subject_id as subject from audit_entries where
        actor_kind = 'portal' and actor_id = ${id} and subject_type <> 'portal-account'`,
  },
];

/** JSON, part by part. Only one page of rows is in memory at a time, and a reader who leaves stops the reading. */
async function* parts(desk: Desk, id: number, head: object): AsyncGenerator<string> {
  yield JSON.stringify(head, null, 2).slice(0, -2);
  for (const { name, rows: of } of PARTS) {
    yield `,\n  ${JSON.stringify(name)}: [`;
    let last = 0;
    for (let isFirst = true, isMore = true; isMore;) {
      const rows = await rowsOf<{ key: string | number }>(
        connection(desk.strapi),
        sql`select * from (${of(id)}) part where key > ${last} order by key limit ${PAGE}`,
      );
      for (const { key, ...row } of rows) {
        yield `${isFirst ? '' : ','}\n    ${JSON.stringify(row)}`;
        isFirst = false;
        last = Number(key);
      }
      isMore = rows.length === PAGE;
    }
    yield '\n  ]';
  }
  yield '\n}\n';
}

/** Everything held about a person, as one JSON file. That it was taken is written down before the first byte leaves. */
export async function exportAccountData(desk: Desk, caller: Caller): Promise<Readable> {
  const { id } = ownerOf(caller);
  const account = toDetail(await accountOf(connection(desk.strapi), id, caller.now));
  await inTransaction(desk.strapi, (trx) =>
    record(trx, caller, {
      subjectType: 'portal-account',
      subjectId: String(id),
      event: 'export',
      payload: { facts: { file: 'data-saya.json' } },
    }),
  );
  return Readable.from(
    parts(desk, id, {
      takenAt: new Date(caller.now).toISOString(),
      account: { ...account, roles: caller.actor.roles },
    }),
  );
}
