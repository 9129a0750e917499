import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  can,
  languageOf,
  Refusal,
  REFUSALS,
  VISITOR,
  wordIssue,
  wordRefusal,
  type Actor,
  type Language,
  type RefusalCode,
  type RefusalDetails,
} from '../../domain';
import { endpointOf, type Endpoint, type EndpointName } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { traced } from '../database/tracing';
import { handlers, type Handlers } from './handlers';
import { limitsOf } from '../desk/limits';
import { drain, readJson } from './bodies';
import { parse } from './parse';
import { receiving } from './receive';
import { deskAt, type Desk } from '../desk/desk';
import { groundVersion } from '../desk/ground';
import { seated } from '../desk/people';
import { presenceOf } from './session';
import { troubleOf } from './trouble';

/** When to ask again where the machine is in trouble: a database that is started again takes about so long. */
const RETRY_SECONDS = '5';

/** Writes a refusal in Strapi's shape: `message` for people in their language, `details.code` for programs. */
export function refuse(ctx: Context, language: Language, code: RefusalCode, details: RefusalDetails = {}): void {
  const { labels, ...facts } = details;
  const issues = details.issues?.map((issue) => ({
    ...issue,
    message: wordIssue(language, issue, labels as Record<string, string> | undefined),
  }));
  ctx.status = REFUSALS[code];
  if (ctx.status === 503) ctx.set('Retry-After', RETRY_SECONDS);
  ctx.body = {
    data: null,
    error: {
      status: REFUSALS[code],
      name: 'Refusal',
      message: wordRefusal(language, code, details),
      details: { ...facts, code, ...(issues && { issues }) },
    },
  };
}

const requestIdOf = (ctx: Context): string => (ctx.state['requestId'] as string | undefined) ?? randomUUID();

/** At most 200 printable characters; anything else is no key at all but a mistake. */
function idempotencyKeyOf(ctx: Context): string | null {
  const key = ctx.get('idempotency-key');
  if (!key) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Refusal('invalid', { issues: [{ field: 'Idempotency-Key', code: 'wrongFormat' }] });
  return key;
}

/** Who calls, from where and when and under which policy, as every use case wants to be told. */
export const callerFor = async (
  desk: Desk,
  ctx: Context,
  actor: Actor,
  { idempotent }: Pick<Endpoint, 'idempotent'> = {},
): Promise<Caller> => ({
  actor,
  policy: (await desk.inForce()).policy,
  now: Date.now(),
  language: languageOf(ctx.get('accept-language')),
  address: ctx.ip || null,
  requestId: requestIdOf(ctx),
  idempotencyKey: idempotent ? idempotencyKeyOf(ctx) : null,
  sessionId: (ctx.state['sessionId'] as string | undefined) ?? null,
});

/**
 * Refuses calls beyond an endpoint's limit. Never counted by what a body says: a caller could say something new each
 * time.
 */
export async function limitCalls(
  strapi: Core.Strapi,
  name: EndpointName,
  most: number | undefined,
  who: string,
): Promise<void> {
  const seconds = most === undefined ? 0 : await limitsOf(strapi).call(`${name}:${who}`, most);
  if (seconds > 0) throw new Refusal('tooManyRequests', { seconds });
}

/** Who comes in, onto which desk; at a public endpoint also somebody whose session has ended, or who never had one. */
async function comeIn(
  strapi: Core.Strapi,
  ctx: Context,
  endpoint: Endpoint,
): Promise<{ readonly desk: Desk; readonly caller: Caller }> {
  const presence = await presenceOf(strapi, ctx);
  if (!presence?.actor && !endpoint.isPublic) throw new Refusal('unauthenticated');
  const desk = await deskAt(strapi, presence?.version ?? (await groundVersion(strapi)));
  const caller = await callerFor(
    desk,
    ctx,
    seated(presence?.actor ?? VISITOR, await desk.masterData(), Date.now()),
    endpoint,
  );
  return { desk, caller: { ...caller, preferences: presence?.preferences ?? null } };
}

/** What answers, made once for each desk: a new one when the ground has moved. */
const answering = new WeakMap<Desk, Handlers>();
function handlersOn(desk: Desk): Handlers {
  const known = answering.get(desk) ?? handlers(desk);
  answering.set(desk, known);
  return known;
}

/** Reads what the caller sent, not before it is known who they are and that they may, and hands it on. */
async function withBody(
  { strapi }: Desk,
  ctx: Context,
  endpoint: Endpoint,
  use: (body: unknown) => Promise<unknown>,
): Promise<unknown> {
  if (!endpoint.upload) return use(endpoint.body ? await readJson(ctx, endpoint) : {});
  if (!ctx.is('multipart')) throw new Refusal('emptyFile');
  return receiving(strapi, ctx, ({ files, fields }) => {
    ctx.state['files'] = files;
    return use(fields);
  });
}

/** Refused for its size alone: its sender hears why only if somebody reads on. */
const OVERSIZED: readonly RefusalCode[] = ['tooLarge', 'fileTooLarge'];

async function answer(strapi: Core.Strapi, ctx: Context, name: EndpointName): Promise<void> {
  const endpoint = endpointOf(name);
  const { desk, caller } = await comeIn(strapi, ctx, endpoint);
  const { actor } = caller;
  // For what Strapi writes on this request's behalf: its entries name the same person.
  ctx.state['actor'] = actor;
  if (!endpoint.isPublic && !can(caller.policy, actor, endpoint.permission).allowed)
    throw new Refusal('notAllowed', { permission: endpoint.permission });
  const who = actor.kind === 'visitor' ? ctx.ip : `${actor.kind}:${actor.id}`;
  await limitCalls(strapi, name, endpoint.limit, who);
  const run = handlersOn(desk)[name];
  const use = (body: unknown): Promise<unknown> => {
    const request = parse(endpoint, ctx, body);
    return traced({ name, kind: 'INTERNAL', facts: { useCase: name } }, () =>
      (run as (caller: Caller, request: unknown, ctx: Context) => Promise<unknown>)(caller, request, ctx),
    );
  };
  const result = await withBody(desk, ctx, endpoint, use);
  ctx.set('Cache-Control', 'no-store');
  if (endpoint.stream) return;
  ctx.status = endpoint.status ?? 200;
  if (endpoint.paged) {
    const { rows, pagination } = result as { rows: unknown; pagination: unknown };
    ctx.body = { data: rows, meta: { pagination } };
  } else ctx.body = { data: result, meta: {} };
}

/** The one way in: who calls, may they, is it well formed, run, word the refusal. Both doors go through here. */
export const handle =
  (strapi: Core.Strapi, name: EndpointName) =>
  async (ctx: Context): Promise<void> => {
    const language = languageOf(ctx.get('accept-language'));
    try {
      await answer(strapi, ctx, name);
    } catch (error) {
      if (error instanceof Refusal) {
        if (OVERSIZED.includes(error.code)) await drain(ctx);
        return refuse(ctx, language, error.code, error.details);
      }
      const requestId = requestIdOf(ctx);
      strapi.log.error(
        `${name} failed, request ${requestId}: ${error instanceof Error ? error.stack : String(error)}`,
        {
          requestId,
        },
      );
      const code = troubleOf(error) ?? 'unexpected';
      // What has no room is still being sent.
      if (code === 'storageFull') await drain(ctx);
      return refuse(ctx, language, code, { requestId });
    }
  };
