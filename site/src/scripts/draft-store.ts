/** Drafts on this device, by user and service. Storage may be full or forbidden; a draft is then simply not kept. */
const PREFIX = 'draf:';
/** Whoever signs out leaves nothing behind, not even what a page would still save while it closes. */
let isForgetting = false;
export type Draft = Readonly<Record<string, readonly string[]>>;

export function readDraft(id: string): Draft | null {
  try { return JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null') as Draft | null; } catch { return null; }
}
export function keepDraft(id: string, draft: Draft): boolean {
  if (isForgetting) return false;
  try { localStorage.setItem(PREFIX + id, JSON.stringify(draft)); return true; } catch { return false; }
}
export function dropDraft(id: string): void {
  try { localStorage.removeItem(PREFIX + id); } catch { /* nothing was kept */ }
}
export function forgetDrafts(): void {
  isForgetting = true;
  try { for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key); } catch { /* nothing was kept */ }
}
