import type { APIContext } from 'astro';
import { Refusal, words } from 'strapi-plugin-ticketing/domain';
import { translate } from '../i18n';
import { inLanguage, languageOfPath, withoutLanguage } from '../lib/addresses';
import { apiFor, type Behalf } from '../lib/cms';
import { isBehindTls } from '../lib/config';
import { formatFor } from '../lib/format';
import { LARGEST_FORM_SAID } from '../lib/limits';
import { readToken } from '../lib/session';

/** The caller's address. Behind TLS the last hop is our own proxy, and what it appended is the only part nobody can invent. */
export function callerOf({ request, clientAddress }: Pick<APIContext, 'request' | 'clientAddress'>): string | null {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return (isBehindTls() && forwarded) || clientAddress || null;
}

/** Whom a call to the cms is made for. */
export const behalfOf = (context: APIContext, token: string | null): Behalf => ({
  token,
  lang: context.locals.lang,
  clientAddress: callerOf(context),
  userAgent: context.request.headers.get('user-agent'),
});

/** Gives a session to the rest of this request, also one that began in the middle of it. */
export function useToken(context: APIContext, token: string | null): void {
  const { locals } = context;
  locals.token = token;
  locals.behalf = behalfOf(context, token);
  locals.api = apiFor(locals.behalf);
}

/** The posted form. A body that is no form, or is too long, is refused rather than taken for a failure of ours. */
const readForm = (request: Request): Promise<FormData> =>
  request.formData().catch((error: unknown) => {
    const isTooLong = error instanceof Error && /limit|size/i.test(`${error.message} ${String(error.cause)}`);
    throw isTooLong ? new Refusal('tooLarge', { limit: LARGEST_FORM_SAID }) : new Refusal('invalid');
  });

/** Everything pages read from `Astro.locals`. A request that is shown another page keeps what it has. */
export function prepare(context: APIContext): void {
  const { locals, url, request } = context;
  const isAgain = locals.lang !== undefined;
  const lang = isAgain ? locals.lang : languageOfPath(url.pathname);
  locals.address = withoutLanguage(url.pathname) + url.search;
  if (isAgain) return;
  let form: Promise<FormData> | null = null;
  Object.assign(locals, {
    lang,
    t: translate(lang),
    words: words(lang),
    format: formatFor(lang),
    now: Date.now(),
    href: (address: string) => inLanguage(lang, address),
    form: () => (form ??= readForm(request)),
    me: null,
    carried: null,
    problem: null,
  } satisfies Partial<App.Locals>);
  useToken(context, readToken(context.cookies));
}
