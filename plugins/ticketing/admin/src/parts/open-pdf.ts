import { save } from './FileLink';

/** How long a tab may take to read what it was given. */
const KEPT_MS = 60_000;

/**
 * Fetches a PDF and shows it in a tab of its own. The tab is opened at once, since browsers forbid it later; where they
 * forbid it altogether, the file is saved.
 */
export async function openPdf(fetchPdf: () => Promise<Response>, name: string): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const blob = new Blob([await (await fetchPdf()).arrayBuffer()], { type: 'application/pdf' });
    if (!tab) return save(blob, name);
    const url = URL.createObjectURL(blob);
    tab.opener = null;
    tab.location.href = url;
    window.setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  } catch (error) {
    tab?.close();
    throw error;
  }
}
