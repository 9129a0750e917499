import type { Context } from 'koa';
import { dayNumber, toDay } from '../../domain';
import { UID } from '../database/content-types';
import { openSession, originOf } from '../accounts/sessions';
import { inTransaction } from '../database/transaction';
import { append } from '../audit/append';
import { anonymous, portalAuthor, staffAuthor, type Author } from '../audit/author';
import type { Desk } from '../desk/desk';
import { SIGN_IN_HANDLERS, type Door } from '../strapi/insides';

/** Why it failed, as a class: never what was typed as a password, nor Strapi's wording of it. */
type Reason = 'rateLimited' | 'unexpected' | 'unknownAccount' | 'blockedAccount' | 'wrongPassword' | 'refused';

interface Account {
  readonly id: number;
  readonly blocked?: boolean | null;
  readonly isActive?: boolean | null;
}
/** What somebody did at a door, with the reason why it failed if it did. */
export interface SignIn {
  readonly door: Door;
  readonly event: string;
  readonly identifier: string | null;
  readonly account: Account | null;
  readonly reason: Reason | null;
}
interface Seen {
  readonly isWritten?: boolean;
  readonly route?: { readonly handler?: unknown; readonly info?: { readonly pluginName?: string } };
  readonly user?: { readonly id: number };
}

/**
 * As typed, but no longer than a name is, and without what a database cannot hold. People also type passwords here:
 * hence so short.
 */
const asTyped = (value: unknown): string | null =>
  typeof value === 'string' && value
    ? value
        .toWellFormed()
        .replace(/\p{Cc}/gu, '')
        .slice(0, 100)
    : null;

export async function accountOf(
  desk: Desk,
  ctx: Context,
  door: Door,
  identifier: string | null,
): Promise<Account | null> {
  const body = ctx.body as { user?: { id?: number }; data?: { user?: { id?: number } } } | undefined;
  const id = body?.user?.id ?? body?.data?.user?.id ?? (ctx.state as Seen).user?.id;
  const known = id
    ? { id }
    : identifier &&
      (door === 'staff'
        ? { email: { $eqi: identifier } }
        : { $or: [{ email: identifier.toLowerCase() }, { username: identifier }] });
  if (!known) return null;
  return desk.strapi.db
    .query(door === 'staff' ? UID.staffUser : UID.portalUser)
    .findOne({ where: known, populate: [door === 'staff' ? 'roles' : 'role'] }) as Promise<Account | null>;
}

function reasonOf({ status }: Context, event: string, door: Door, account: Account | null): Reason | null {
  if (status < 400) return null;
  if (status === 429) return 'rateLimited';
  if (status >= 500) return 'unexpected';
  if (event !== 'signIn') return 'refused';
  if (!account) return 'unknownAccount';
  return account.blocked || (door === 'staff' && account.isActive === false) ? 'blockedAccount' : 'wrongPassword';
}

/** What somebody just tried at one of the doors; null for every other request. */
export async function signInOf(desk: Desk, ctx: Context): Promise<SignIn | null> {
  const { route } = ctx.state as Seen;
  const [door, event] = SIGN_IN_HANDLERS[`${route?.info?.pluginName ?? ''}:${String(route?.handler)}`] ?? [];
  if (!door || !event || (ctx.state as Seen).isWritten) return null;
  const { identifier, email } = (ctx.request as unknown as { body?: Record<string, unknown> }).body ?? {};
  const typed = asTyped(identifier ?? email);
  const account = await accountOf(desk, ctx, door, typed);
  return { door, event, identifier: typed, account, reason: reasonOf(ctx, event, door, account) };
}

/**
 * Records a sign-in, or one that failed: on the account's own chain, or, where no account is known, on the day's chain
 * of that door. The portal's token it was answered with enters the register of sessions in the same transaction. `more`
 * says how many alike were counted rather than recorded one by one (see `flood-guard.ts`).
 */
export async function recordSignIn(
  desk: Desk,
  ctx: Context,
  { door, event, identifier, account, reason }: SignIn,
  more = 0,
): Promise<void> {
  const now = Date.now();
  const author: Author =
    account && !reason && event !== 'forgotPassword'
      ? (door === 'staff' ? staffAuthor : portalAuthor)(ctx, account)
      : anonymous(ctx);
  const { jwt } = (ctx.body ?? {}) as { jwt?: unknown };
  await inTransaction(desk.strapi, async (trx) => {
    if (!reason && typeof jwt === 'string') await openSession(trx, jwt, originOf(ctx), now);
    await append(trx, author, now, {
      ...(account
        ? { subjectType: `${door}-account`, subjectId: String(account.id) }
        : { subjectType: `${door}-door`, subjectId: toDay(dayNumber(now)) }),
      event: reason ? `${event}Failed` : event,
      payload: { ...(identifier && { identifier }), ...(reason && { reason }), ...(more > 0 && { more }) },
    });
  });
}
