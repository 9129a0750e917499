import { createHash } from 'node:crypto';
import { checkPushEndpoint, deviceOf, PUSH_LIMITS, Refusal, type PushDevice } from '../../domain';
import type { Parsed, PushState } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { allowedAt } from './allowed';
import { isRecipient } from './encrypt';
import { publicKey } from './vapid';

interface Row {
  readonly id: number;
  readonly endpoint: string;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly last_at: Date | null;
}
const digestOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('base64url');
const toDevice = ({ id, endpoint, user_agent, created_at, last_at }: Row): PushDevice => ({
  id,
  device: deviceOf(user_agent),
  digest: digestOf(endpoint),
  createdAt: created_at.toISOString(),
  lastAt: last_at?.toISOString() ?? null,
});

const tell = (trx: Trx, caller: Caller, event: 'addDevice' | 'removeDevice', userAgent: string | null) => {
  const { browser, system } = deviceOf(userAgent);
  return record(trx, caller, {
    subjectType: 'portal-account',
    subjectId: String(caller.actor.id),
    event,
    payload: { facts: { device: [browser, system].filter(Boolean).join(' · ') } },
  });
};

/** Devices are those of portal accounts: the panel is no app that could be told. */
function ownerOf({ actor }: Caller): number {
  if (actor.kind !== 'portal') throw new Refusal('notAllowed', { permission: 'account:manage' });
  return actor.id;
}

/** Where the caller is told of news, and by which key their browser knows that it is us. */
export async function readPush({ strapi }: Desk, caller: Caller): Promise<PushState> {
  const rows = await rowsOf<Row>(
    connection(strapi),
    sql`select id, endpoint, user_agent, created_at, last_at from push_devices where user_id = ${ownerOf(caller)} order by id`,
  );
  return { key: publicKey(strapi), most: PUSH_LIMITS.devices, devices: rows.map(toDevice) };
}

/** Tells this browser from now on, whoever it belonged to before. Of too many the one that was chosen first goes. */
export async function addDevice(
  desk: Desk,
  caller: Caller,
  { endpoint, p256dh, auth }: Parsed<'addPushDevice'>,
  userAgent: string | null,
): Promise<PushState> {
  const id = ownerOf(caller);
  const issues = checkPushEndpoint(endpoint, allowedAt(desk).rules.length === 0);
  if (issues.length > 0) throw new Refusal('invalid', { issues });
  if (!isRecipient({ p256dh, auth }))
    throw new Refusal('invalid', { issues: [{ field: 'p256dh', code: 'wrongFormat' }] });
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', `push:${id}`);
    await run(
      trx,
      sql`insert into push_devices (user_id, session_id, endpoint, p256dh, auth, user_agent, created_at)
        values (${id}, ${caller.sessionId ?? null}, ${endpoint}, ${p256dh}, ${auth}, ${userAgent}, ${new Date(caller.now)})
        on conflict (endpoint) do update set user_id = excluded.user_id, session_id = excluded.session_id, p256dh =
          excluded.p256dh, auth = excluded.auth, user_agent = excluded.user_agent, created_at = excluded.created_at`,
    );
    await run(
      trx,
      sql`delete from push_devices where user_id = ${id} and id not in (select id from push_devices where user_id = ${id}
        order by created_at desc, id desc limit ${PUSH_LIMITS.devices})`,
    );
    await tell(trx, caller, 'addDevice', userAgent);
  });
  return readPush(desk, caller);
}

/** Tells one of the caller's devices no more. */
export async function removeDevice(desk: Desk, caller: Caller, id: number): Promise<PushState> {
  const user = ownerOf(caller);
  await inTransaction(desk.strapi, async (trx) => {
    const [row] = await rowsOf<Pick<Row, 'user_agent'>>(
      trx,
      sql`delete from push_devices where id = ${id} and user_id = ${user} returning user_agent`,
    );
    if (!row) throw new Refusal('notFound', { id: String(id) });
    await tell(trx, caller, 'removeDevice', row.user_agent);
  });
  return readPush(desk, caller);
}

/** Whoever leaves a device is told there no more: of one session, of all but one, or of all, also those that expired. */
export const forgetDevices = (
  trx: Trx,
  user: number,
  { only, except }: { readonly only?: string | undefined; readonly except?: string | null | undefined },
): Promise<void> =>
  run(
    trx,
    sql`delete from push_devices where user_id = ${user} and ${
      only ? sql`session_id = ${only}` : except ? sql`session_id is distinct from ${except}` : sql`true`
    }`,
  );
