import type { AstroCookies } from 'astro';

/** A file that could not be attached, and the reason as the cms worded it. */
export interface FailedFile {
  readonly name: string;
  readonly reason: string;
}
/** News from the page before: told once, then forgotten. */
export interface News {
  readonly kind:
    | 'submitted'
    | 'commented'
    | 'cancelled'
    | 'cancelRequested'
    | 'reopened'
    | 'rated'
    | 'ratingExplained'
    | 'approved'
    | 'directed'
    | 'attached'
    | 'attachFailed'
    | 'detached'
    | 'guideRated'
    | 'joined'
    | 'paperMailed';
  readonly failed?: readonly FailedFile[];
  /** Where a paper went. */
  readonly address?: string;
  /** What was written: its draft on the device has done its duty. */
  readonly draft?: string;
}

const NAME = 'news';
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 120 } as const;
/** A cookie holds 4 kB; names of the first few files say enough. */
const MOST_FILES = 8;

export function setNews(cookies: AstroCookies, news: News): void {
  const failed = news.failed
    ?.slice(0, MOST_FILES)
    .map(({ name, reason }) => ({ name: name.slice(0, 80), reason: reason.slice(0, 160) }));
  cookies.set(NAME, JSON.stringify({ ...news, ...(failed && { failed }) }), OPTIONS);
}

export function takeNews(cookies: AstroCookies): News | null {
  const told = cookies.get(NAME)?.value;
  if (!told) return null;
  cookies.delete(NAME, { path: '/' });
  try {
    return JSON.parse(told) as News;
  } catch {
    return null;
  }
}
