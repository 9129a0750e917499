/** A piece of a text, in order; `address` where it is a web address. */
export interface TextPart {
  readonly text: string;
  readonly address: string | null;
}

/** Only the web: no `javascript:`, no `data:`, and nothing that a quote or an angle bracket could end. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'`]+/gi;
/** What a sentence puts after an address belongs to the sentence; a bracket only if it was opened outside. */
const tidy = (found: string): string => {
  const plain = found.replace(/[.,;:!?…]+$/, '');
  return plain.endsWith(')') && !plain.includes('(') ? tidy(plain.slice(0, -1)) : plain;
};
const addressOf = (text: string): string | null => {
  const url = URL.parse(/^www\./i.test(text) ? `https://${text}` : text);
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username ? url.href : null;
};

/** A text taken apart at the web addresses in it. Joined again, the parts are the text. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const shown = tidy(found);
    const address = addressOf(shown);
    if (!address) continue;
    if (index > end) parts.push({ text: text.slice(end, index), address: null });
    parts.push({ text: shown, address });
    end = index + shown.length;
  }
  return end < text.length ? [...parts, { text: text.slice(end), address: null }] : parts;
}
