import type { Language } from '../../domain';
import type { Letters } from './wording';

/** Whose letter it is: the office by its identity, with how it is reached, a line each. */
export interface Sender {
  readonly systemName: string;
  readonly office: string;
  readonly contact: readonly string[];
}
/** A piece of what a letter says. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] };

/** A letter before it is framed; the same parts make the text and the HTML. */
export interface Parts {
  readonly language: Language;
  /** The line above which one answers by mail; only of letters that may be answered. */
  readonly above?: string;
  readonly headline: string;
  readonly greeting: string;
  readonly said: readonly Block[];
  readonly link: { readonly label: string; readonly address: string } | null;
  readonly after: readonly string[];
  /** Why this person gets it, and where they choose what they are told; none about the security of an account. */
  readonly why: readonly string[];
  readonly preferences: string | null;
  /** Where one gets no more of these, with one click; only of digests. */
  readonly stop?: string;
  readonly sender: Sender;
  readonly letters: Letters;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** Numbers of tickets and dates (TIK-2026-00042, 30-11-2026) stay in one piece: a phone would break them at a dash. */
const WHOLE = /\b[A-Z\d]{1,8}(?:-\d{2,6}){2}\b/g;
const inline = (text: string): string => escape(text).replace(WHOLE, '<span style="white-space:nowrap">$&</span>');
const lines = (text: string): string => inline(text).replace(/\r?\n/g, '<br>');
const paragraph = (text: string): string => `<p style="margin:0 0 16px">${lines(text)}</p>`;

const inText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'quote':
      return block.text
        .split(/\r?\n/)
        .map((line) => `> ${line}`)
        .join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    default:
      return block.text;
  }
};

/** Names of facts up to so many characters stay on one line; longer ones leave half of a phone to the values. */
const SHORT = 20;

const inHtml = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:17px;line-height:1.35">${inline(block.text)}</h2>`;
    case 'quote':
      return `<blockquote class="quote" style="margin:0 0 16px;padding:8px 16px;border-left:3px solid #0b7285;background:#eef4f5">${lines(block.text)}</blockquote>`;
    case 'facts': {
      const width = block.rows.every(([label]) => label.length <= SHORT)
        ? 'width:1%;white-space:nowrap'
        : 'width:50%;overflow-wrap:break-word';
      return `<table role="presentation" style="margin:0 0 20px;border-collapse:collapse;width:100%">${block.rows
        .map(
          ([label, value]) =>
            `<tr><td class="soft" style="padding:4px 16px 4px 0;vertical-align:top;${width};color:#47605f">${escape(label)}</td><td style="padding:4px 0;vertical-align:top;font-weight:bold">${inline(value)}</td></tr>`,
        )
        .join('')}</table>`;
    }
    default:
      return paragraph(block.text);
  }
};

const text = (parts: Parts): string => {
  const { above, headline, greeting, said, link, after, why, preferences, stop, sender, letters } = parts;
  return [
    ...(above ? [above] : []),
    headline,
    greeting,
    ...said.map(inText),
    ...(link ? [`${link.label}:\n${link.address}`] : []),
    ...after,
    `${letters.closing}\n${sender.systemName}\n${sender.office}`,
    `-- \n${[
      ...sender.contact,
      ...(why.length ? [`${letters.why} ${why.join(' ')}`] : []),
      ...(preferences ? [`${letters.preferences}: ${preferences}`] : []),
      ...(stop ? [`${letters.stop}: ${stop}`] : []),
      letters.automatic,
    ].join('\n')}`,
  ].join('\n\n');
};

const DARK =
  'body, .ground { background: #0b1619 !important; } .card { background: #122125 !important; border-color: #29424a !important; color: #e8f0f1 !important; } .quote { background: #1a2d32 !important; border-color: #5fb9c9 !important; } .soft { color: #a9bfc3 !important; } .soft a { color: #8bd6e2 !important; }';

/** One narrow column that any mail program shows; no pictures, nothing fetched from anywhere. Colours of the portal. */
const html = (parts: Parts): string => {
  const { language, above, headline, greeting, said, link, after, why, preferences, stop, sender, letters } = parts;
  const small = (words: string) => `<p class="soft" style="margin:0 0 8px">${words}</p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(headline)}</title>
<style>@media (prefers-color-scheme: dark) { ${DARK} }</style></head>
<body class="ground" style="margin:0;padding:24px 12px;background:#f4f7f7;font:16px/1.6 Arial,Helvetica,sans-serif">
${above ? `<div class="soft" style="max-width:560px;margin:0 auto 12px;font-size:14px;color:#47605f">${escape(above)}</div>` : ''}
<div class="card" style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #d3dedf;border-radius:12px;overflow:hidden;color:#10272d;overflow-wrap:anywhere">
<div style="background:#0b4f5c;border-bottom:3px solid #d9a227;color:#ffffff;padding:14px 24px;font-weight:bold">${escape(sender.systemName)}</div>
<div style="padding:24px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${inline(headline)}</h1>
${paragraph(greeting)}
${said.map(inHtml).join('\n')}
${
  link
    ? `<p style="margin:0 0 16px"><a href="${escape(link.address)}" style="display:inline-block;background:#0b4f5c;color:#ffffff;padding:12px 24px;border-radius:10px;font-weight:bold;text-decoration:none">${escape(link.label)}</a></p>
<p class="soft" style="margin:0 0 16px;font-size:14px;color:#47605f">${escape(letters.copy)}<br><a href="${escape(link.address)}" style="color:#0a5766">${escape(link.address)}</a></p>`
    : ''
}
${after.map(paragraph).join('\n')}
<p style="margin:24px 0 0">${escape(letters.closing)}<br><strong>${escape(sender.systemName)}</strong><br>${escape(sender.office)}</p>
</div></div>
<div class="soft" style="max-width:560px;margin:16px auto 0;font-size:14px;color:#47605f">
${sender.contact.map((line) => small(escape(line))).join('\n')}
${why.length ? small(`<strong>${escape(letters.why)}</strong> ${escape(why.join(' '))}`) : ''}
${preferences ? small(`<a href="${escape(preferences)}" style="color:#0a5766">${escape(letters.preferences)}</a>`) : ''}
${stop ? small(`<a href="${escape(stop)}" style="color:#0a5766">${escape(letters.stop)}</a>`) : ''}
${small(escape(letters.automatic))}
</div>
</body></html>
`;
};

export const frame = (parts: Parts): { readonly text: string; readonly html: string } => ({
  text: text(parts),
  html: html(parts),
});
