/** Drafts on this device, by user and subject. Storage may be full or forbidden; a draft is then simply not kept. */
import { clearFiles } from '../files/store';

const PREFIX = 'draft:';
/** Stands between the subject of a draft and the name of the tab that writes it. */
export const OF_TAB = '#';
/** Older drafts are nobody's any more. */
const LONGEST_MS = 30 * 86_400_000;
/** Whoever signs out leaves nothing behind, not even what a page would still save while it closes. */
let isCleared = false;

export interface Draft {
  /** When it was last typed in, in epoch milliseconds. */
  readonly at: number;
  /** Where it is continued, and what it is about. */
  readonly address: string;
  readonly label: string;
  readonly title: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly string[];
  /** Somebody pressed send, and no answer came. */
  readonly isUnsent?: boolean;
}

export function readDraft(id: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null') as Draft | null;
    return draft && typeof draft.at === 'number' && draft.values ? draft : null;
  } catch {
    return null;
  }
}
export function saveDraft(id: string, draft: Draft): boolean {
  if (isCleared) return false;
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
export function deleteDraft(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    /* nothing was kept */
  }
}
export function clearDrafts(): void {
  isCleared = true;
  try {
    for (const shelf of [localStorage, sessionStorage])
      for (const key of Object.keys(shelf)) if (key.startsWith(PREFIX)) shelf.removeItem(key);
  } catch {
    /* nothing was kept */
  }
  void clearFiles();
}

const draftIds = (): string[] => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
};

/**
 * A person's drafts, the latest first; `owner` null means whoever's are on this device. Forgets those that nobody came
 * back to.
 */
export function listDrafts(owner: string | null, now: number): { readonly id: string; readonly draft: Draft }[] {
  return draftIds()
    .filter((id) => owner === null || id.startsWith(`${owner}:`))
    .flatMap((id) => {
      const draft = readDraft(id);
      if (draft && now - draft.at < LONGEST_MS) return [{ id, draft }];
      deleteDraft(id);
      return [];
    })
    .sort((a, b) => b.draft.at - a.draft.at);
}
