/**
 * Which draft is this tab's. Each tab keeps one of its own under the form's subject, and takes over only what no open
 * tab holds: a lock that the browser frees when the tab is gone says so.
 */
import { listDrafts, OF_TAB, readDraft } from './store';

/** How long an own draft may still be held by the page before this one, which is just closing. */
const HANDOVER_MS = 500;
/** The page's parameter that names one of several drafts of one form; without it, the subject has had but one. */
const NAMED = 'draf';
/** A request that begins as another one is not the draft of a blank form. */
const MODEL = 'seperti';

/** Drafts held while this page lives, with what frees them. */
const held = new Map<string, () => void>();

/** Plain HTTP knows no locks: nobody can be asked then, and only what was named or kept by this very tab is opened. */
const knowsLocks = (): boolean => 'locks' in navigator;

function hold(id: string, isWaiting: boolean): Promise<boolean> {
  if (held.has(id)) return Promise.resolve(true);
  if (!knowsLocks()) return Promise.resolve(isWaiting);
  const patience = new AbortController();
  const timer = isWaiting ? setTimeout(() => patience.abort(), HANDOVER_MS) : 0;
  return new Promise((resolve) => {
    const until = (lock: Lock | null): Promise<void> | void => {
      clearTimeout(timer);
      resolve(lock !== null);
      if (lock) return new Promise((free) => held.set(id, free));
    };
    navigator.locks
      .request(`draft:${id}`, isWaiting ? { signal: patience.signal } : { ifAvailable: true }, until)
      .catch(() => resolve(false));
  });
}

/** What this tab remembers over reloads, and over signing in again. */
export function remembered(subject: string): string | null {
  try {
    return sessionStorage.getItem(`draft:${subject}`);
  } catch {
    return null;
  }
}

/** A name that no other tab has, for what is typed from now on. */
export const freshId = (subject: string): string =>
  `${subject}${OF_TAB}${[...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('')}`;

const modelOf = (address: string): string | null => new URL(address, location.origin).searchParams.get(MODEL);
const isOfThisPage = (id: string): boolean => {
  const draft = readDraft(id);
  return draft !== null && modelOf(draft.address) === modelOf(location.href);
};

export interface Claim {
  readonly id: string;
  /** The draft that was asked for is open in another tab. */
  readonly isElsewhere: boolean;
}

/**
 * The draft this tab goes on with: the one named or remembered, else one that was left, else a new one. A form that
 * brings words of its own (`isFresh` false) goes on with no draft that another tab left.
 */
export async function claim(subject: string, isFresh: boolean): Promise<Claim> {
  const name = isFresh ? new URLSearchParams(location.search).get(NAMED) : null;
  const asked = name === null ? null : name ? subject + OF_TAB + name : subject;
  const own = remembered(subject);
  if (asked && readDraft(asked))
    return (await hold(asked, true)) ? { id: asked, isElsewhere: false } : { id: freshId(subject), isElsewhere: true };
  if (own && (!isFresh || isOfThisPage(own)) && (await hold(own, true))) return { id: own, isElsewhere: false };
  for (const { id } of isFresh ? listDrafts(null, Date.now()) : [])
    if ((id === subject || id.startsWith(subject + OF_TAB)) && isOfThisPage(id) && (await hold(id, false)))
      return { id, isElsewhere: false };
  return { id: freshId(subject), isElsewhere: false };
}

/** Once there is something to keep, this tab holds it, and finds it again. */
export function keepOwn(subject: string, id: string): void {
  if (remembered(subject) === id && (held.has(id) || !knowsLocks())) return;
  void hold(id, true);
  try {
    sessionStorage.setItem(`draft:${subject}`, id);
  } catch {
    /* a reload then finds it among those that were left */
  }
}

/** What was claimed is somebody's elsewhere again. */
export function letGo(id: string): void {
  held.get(id)?.();
  held.delete(id);
}

/** Where a draft is continued: its page, with its name among the drafts of the same form. */
export function addressOf(id: string, address: string): string {
  const url = new URL(address, location.origin);
  url.searchParams.set(NAMED, id.split(OF_TAB)[1] ?? '');
  return url.pathname + url.search;
}
