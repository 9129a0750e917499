import { checkWebhookUrl, Refusal, WEBHOOK_EVENTS, WEBHOOK_LIMITS, type Issue } from '../../domain';
import type { NewWebhookSecret, Parsed, Webhook } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { seal } from '../mail/secret';
import { newSecret } from './send';

type Said = Parsed<'createWebhook'>;
interface Row extends Said {
  readonly id: number;
}
const COLUMNS = sql`id, name, url, events, is_active as "isActive"`;
const refuse = (issue: Issue): never => {
  throw new Refusal('invalid', { issues: [issue] });
};

type Listed = Omit<Webhook, 'formerUntil'> & { readonly formerUntil: Date | null };
/** Every webhook, by name, with what is on its way to it and what was given up. */
export const listWebhooks = async ({ strapi }: Desk, { now }: Caller): Promise<Webhook[]> =>
  (
    await rowsOf<Listed>(
      connection(strapi),
      sql`select ${COLUMNS},
          (select count(*)::int from webhook_deliveries d where d.webhook_id = w.id and d.state in ('WAITING', 'SENDING'))
            as waiting,
          (select count(*)::int from webhook_deliveries d where d.webhook_id = w.id and d.state = 'FAILED') as failed,
          (select max(f.until) from webhook_former_secrets f where f.webhook_id = w.id and f.until > ${new Date(now)})
            as "formerUntil"
        from webhooks w order by lower(name), id`,
    )
  ).map((row) => ({ ...row, formerUntil: row.formerUntil?.toISOString() ?? null }));

/** Refuses an address that is none, and a name that another one has. `id` is null for one that is to be made. */
async function demandSound(trx: Trx, id: number | null, { name, url }: Said): Promise<void> {
  checkWebhookUrl(url).forEach(refuse);
  const others = await rowsOf<{ name: string }>(
    trx,
    sql`select name from webhooks where id is distinct from ${id}::integer`,
  );
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) refuse({ field: 'name', code: 'known' });
  if (others.length >= WEBHOOK_LIMITS.most) refuse({ field: 'name', code: 'tooMany', limit: WEBHOOK_LIMITS.most });
}

/** One writes at a time, so that of two with the same name the second hears of the first. */
export const alone = <T>(desk: Desk, work: (trx: Trx) => Promise<T>): Promise<T> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'webhooks');
    return work(trx);
  });

export async function find(trx: Trx, id: number): Promise<Row> {
  const [row] = await rowsOf<Row>(trx, sql`select ${COLUMNS} from webhooks where id = ${id}`);
  if (!row) throw new Refusal('notFound');
  return row;
}
const shown = ({ name, url, events, isActive }: Said) => ({ name, url, events, isActive });
/** In the order of the list, each once: the same choice is the same row. */
const tidy = (said: Said): Said => ({ ...said, events: WEBHOOK_EVENTS.filter((event) => said.events.includes(event)) });

export const tell = (
  trx: Trx,
  caller: Caller,
  event: 'create' | 'update' | 'delete' | 'renewSecret' | 'endSecret',
  { id, name }: Pick<Row, 'id' | 'name'>,
  payload: object,
): Promise<void> =>
  record(trx, caller, { subjectType: 'webhook', subjectId: String(id), event, payload: { label: name, ...payload } });

/** Makes a webhook. Its secret is in this answer and in no other. */
export const createWebhook = (desk: Desk, caller: Caller, given: Said): Promise<NewWebhookSecret> =>
  alone(desk, async (trx) => {
    const said = tidy(given);
    await demandSound(trx, null, said);
    const secret = newSecret();
    const [row] = await rowsOf<Row>(
      trx,
      sql`insert into webhooks (name, url, events, is_active, secret, updated_at) values (${said.name}, ${said.url},
        ${said.events}, ${said.isActive}, ${seal(desk.strapi, secret, 'webhook')}, ${new Date(caller.now)})
        returning ${COLUMNS}`,
    );
    if (!row) throw new Error('no row of a new webhook');
    await tell(trx, caller, 'create', row, { before: null, after: shown(row) });
    return { secret, webhooks: await listWebhooks(desk, caller) };
  });

export const changeWebhook = (
  desk: Desk,
  caller: Caller,
  { id, ...given }: Parsed<'changeWebhook'>,
): Promise<Webhook[]> =>
  alone(desk, async (trx) => {
    const [said, before] = [tidy(given), await find(trx, id)];
    await demandSound(trx, id, said);
    if (JSON.stringify(shown(before)) !== JSON.stringify(shown(said))) {
      await run(
        trx,
        sql`update webhooks set name = ${said.name}, url = ${said.url}, events = ${said.events}, is_active =
          ${said.isActive}, updated_at = ${new Date(caller.now)} where id = ${id}`,
      );
      await tell(trx, caller, 'update', { id, name: said.name }, { before: shown(before), after: shown(said) });
    }
    return listWebhooks(desk, caller);
  });

/** Takes a webhook away, with the log of its messages. */
export const removeWebhook = (desk: Desk, caller: Caller, id: number): Promise<Webhook[]> =>
  alone(desk, async (trx) => {
    const before = await find(trx, id);
    await run(trx, sql`delete from webhooks where id = ${id}`);
    await tell(trx, caller, 'delete', before, { before: shown(before), after: null });
    return listWebhooks(desk, caller);
  });
