import { randomUUID } from 'node:crypto';
import type { APIContext } from 'astro';
import { Refusal, words } from 'strapi-plugin-ticketing/domain';
import { translate } from '../i18n';
import { inLanguage, languageOfPath, withoutLanguage } from '../lib/addresses/languages';
import { formatFor } from '../lib/format';
import { office, officeFacts } from '../lib/office/current';
import { LARGEST_FORM_SAID } from '../lib/config/limits';
import { useToken } from '../lib/sessions/caller';
import { readToken } from '../lib/sessions/token';

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
    t: translate(lang, () => officeFacts(office())),
    office: office(),
    words: words(lang),
    format: formatFor(lang),
    now: Date.now(),
    requestId: randomUUID(),
    href: (address: string) => inLanguage(lang, address),
    form: () => (form ??= readForm(request)),
    me: null,
    keptForm: null,
    problem: null,
  } satisfies Partial<App.Locals>);
  useToken(context, readToken(context.cookies));
}
