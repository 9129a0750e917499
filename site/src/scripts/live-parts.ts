/** Brings the marked parts of a page up to date from a fresh copy of it. */

const PATIENCE_MS = 15_000;
const PARTS = '[data-live-part]';

/** Whether a part is in use: a field in use, something typed or chosen, a form on its way. */
function isInUse(part: Element): boolean {
  if (
    part.contains(document.activeElement) ||
    part.querySelector('form[data-sent], button[aria-disabled=true], [data-chosen] li')
  )
    return true;
  return [...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')].some(
    (field) =>
      field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
        ? field.checked !== field.defaultChecked
        : field.value !== field.defaultValue,
  );
}

/** Keys of a sending and words like "3 minutes ago" differ without anything having happened. */
const gist = (part: Element): string =>
  part.innerHTML
    .replace(/(name="idempotencyKey" value=")[^"]*/g, '$1')
    .replace(/(<time [^>]*>)[^<]*/g, '$1')
    .replace(/\sopen=""/g, '');

/** What somebody unfolded stays unfolded. */
function reopen(before: Element, after: Element): void {
  const opened = new Set([...before.querySelectorAll('details[open] > summary')].map(({ textContent }) => textContent));
  for (const summary of after.querySelectorAll('details > summary'))
    if (opened.has(summary.textContent)) (summary.parentElement as HTMLDetailsElement).open = true;
}

async function fetchCopy(): Promise<Document | null> {
  try {
    const response = await fetch(location.href, {
      headers: { 'x-live': '1' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

/** `behind` when a part that changed is in use, or the page could not be fetched: its reader decides when to reload. */
export async function refreshParts(root: HTMLElement): Promise<'fresh' | 'same' | 'behind'> {
  // A page that shows mistakes, or what came back from an ended session, holds more than its address does.
  if (document.querySelector('[data-errors]:not([hidden])') || document.body.dataset['address']) return 'behind';
  const copy = await fetchCopy();
  if (!copy) return 'behind';
  let outcome: 'fresh' | 'same' | 'behind' = 'same';
  for (const part of document.querySelectorAll<HTMLElement>(PARTS)) {
    const fresh = copy.querySelector(`[data-live-part="${part.dataset['livePart'] ?? ''}"]`);
    if (!fresh || gist(fresh) === gist(part)) continue;
    if (isInUse(part)) {
      outcome = 'behind';
      continue;
    }
    reopen(part, fresh);
    part.replaceWith(document.adoptNode(fresh));
    const forms = fresh.querySelectorAll<HTMLFormElement>('form[data-draft]');
    // Lists have no such forms, and need not fetch what makes them work.
    if (forms.length) {
      const { enhance } = await import('./enhance');
      forms.forEach(enhance);
    }
    if (outcome === 'same') outcome = 'fresh';
  }
  const seen = copy.querySelector<HTMLElement>('[data-live]')?.dataset['seen'];
  if (seen && outcome !== 'behind') root.dataset['seen'] = seen;
  return outcome;
}
