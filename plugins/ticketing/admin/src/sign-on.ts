import { isRefusalCode, languageOf, wordRefusal } from '../../domain';
import type { Office } from '../../domain/contract';
import { say } from './words';

const PAGE = /\/auth\/login$/;
const ID = 'ticketing-sign-on';
const START = '/ticketing/sign-on/panel';
/** Before anybody is signed in there is no client of the panel's: what everybody may know is asked plainly. */
const OFFICE = '/ticketing/office';
const PATIENCE_MS = 5000;

/** What the service is called at this door; null where it is off, or nobody could be asked. */
async function askName(): Promise<string | null> {
  try {
    const answer = await fetch(OFFICE, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? ((await answer.json()) as { data: Office }).data.signOn.staff : null;
  } catch {
    return null;
  }
}

/** Looks like the page it stands on, in light and dark: colours and letters are those of its heading. */
function link(text: string, color: string): HTMLAnchorElement {
  const way = document.createElement('a');
  const asked = new URLSearchParams(location.search).get('redirectTo');
  way.href = asked ? `${START}?${new URLSearchParams({ back: asked })}` : START;
  way.rel = 'nofollow';
  way.textContent = text;
  Object.assign(way.style, {
    display: 'block',
    color,
    border: '1px solid currentcolor',
    borderRadius: '4px',
    padding: '0.9rem 1.6rem',
    fontSize: '1.4rem',
    fontWeight: '600',
    textAlign: 'center',
    textDecoration: 'none',
  });
  return way;
}
function reason(text: string, color: string): HTMLParagraphElement {
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.textContent = text;
  Object.assign(told.style, { color, fontSize: '1.4rem', lineHeight: '1.5', marginBottom: '1.6rem' });
  return told;
}

/** Puts the way by the service below the form for a password, in the language the page speaks now. */
function show(form: Element, name: string): void {
  const language = languageOf(document.documentElement.lang);
  const known = document.getElementById(ID);
  if (known?.lang === language) return;
  known?.remove();
  const door = document.createElement('div');
  door.id = ID;
  door.lang = language;
  door.style.marginTop = '2.4rem';
  const color = getComputedStyle(document.querySelector('h1') ?? form).color;
  const why = new URLSearchParams(location.search).get('sso');
  if (isRefusalCode(why)) door.append(reason(wordRefusal(language, why, { seconds: 60 }), color));
  door.append(link(say(language, 'signOn.button', { name }), color));
  form.after(door);
}

/**
 * Offers the city's sign-in service on the panel's sign-in page, which Strapi keeps closed to plugins: what stands there
 * is looked for as it is drawn.
 */
export function offerSignOn(): void {
  let name: Promise<string | null> | null = null;
  const look = async (): Promise<void> => {
    if (!PAGE.test(location.pathname)) {
      // Asked anew with the next sign-in page: an administrator may have changed it meanwhile.
      name = null;
      return;
    }
    if (!document.querySelector('main form')) return;
    const called = await (name ??= askName());
    const form = document.querySelector('main form');
    if (called && form && PAGE.test(location.pathname)) show(form, called);
  };
  new MutationObserver(() => void look()).observe(document.body, { childList: true, subtree: true });
  void look();
}
