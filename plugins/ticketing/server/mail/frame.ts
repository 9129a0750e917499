import type { Language } from '../../domain';
import type { Letters } from './wording';

interface Parts {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly said: readonly string[];
  readonly link: { readonly label: string; readonly address: string } | null;
  readonly after: readonly string[];
  readonly letters: Letters;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escape(text)}</p>`;

const text = ({ greeting, said, link, after, letters }: Parts): string =>
  [
    greeting,
    ...said,
    ...(link ? [`${link.label}:\n${link.address}`] : []),
    ...after,
    `${letters.closing}\n${letters.sender}`,
    `-- \n${letters.automatic}`,
  ].join('\n\n');

/**
 * One narrow column that any mail program shows; no pictures, nothing fetched from anywhere. Colours as in the
 * portal.
 */
const html = ({ language, subject, greeting, said, link, after, letters }: Parts): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title>
<style>@media (prefers-color-scheme: dark) { body, .ground { background: #0b1619 !important; } .card { background: #122125 !important; border-color: #29424a !important; color: #e8f0f1 !important; } .soft { color: #a9bfc3 !important; } .soft a { color: #8bd6e2 !important; } }</style></head>
<body class="ground" style="margin:0;padding:24px 12px;background:#f4f7f7;font:16px/1.6 Arial,Helvetica,sans-serif">
<div class="card" style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #d3dedf;border-radius:12px;overflow:hidden;color:#10272d;overflow-wrap:anywhere">
<div style="background:#0b4f5c;border-bottom:3px solid #d9a227;color:#ffffff;padding:14px 24px;font-weight:bold">${escape(letters.sender.split(' · ')[0] ?? '')}</div>
<div style="padding:24px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escape(subject)}</h1>
${[greeting, ...said].map(paragraph).join('\n')}
${
  link
    ? `<p style="margin:0 0 16px"><a href="${escape(link.address)}" style="display:inline-block;background:#0b4f5c;color:#ffffff;padding:12px 24px;border-radius:10px;font-weight:bold;text-decoration:none">${escape(link.label)}</a></p>
<p class="soft" style="margin:0 0 16px;font-size:14px;color:#47605f">${escape(letters.copy)}<br><a href="${escape(link.address)}" style="color:#0a5766">${escape(link.address)}</a></p>`
    : ''
}
${after.map(paragraph).join('\n')}
<p style="margin:24px 0 0">${escape(letters.closing)}<br><strong>${escape(letters.sender)}</strong></p>
</div></div>
<p class="soft" style="max-width:560px;margin:16px auto 0;font-size:14px;color:#47605f">${escape(letters.automatic)}</p>
</body></html>
`;

export const frame = (parts: Parts): { readonly text: string; readonly html: string } => ({
  text: text(parts),
  html: html(parts),
});
