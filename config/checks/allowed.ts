/** What the checks of `npm run lint` let pass, as data. Whoever adds a line writes the reason into it. */

/** SPDX names of licences that let a city run, change and pass on the product without asking or paying anybody. */
export const FREE_LICENCES: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Bitstream-Vera',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages that do not name their licence in SPDX, and what their text says. The star stands for any ending. */
export const LICENCES_READ: readonly { readonly name: string; readonly licence: string; readonly where: string }[] = [
  {
    name: '@strapi/*',
    licence: 'MIT',
    where: 'LICENSE: MIT but for folders "ee", which do nothing without a licence key; we have none and use none',
  },
  {
    name: 'dejavu-fonts-ttf',
    licence: 'Bitstream-Vera',
    where: 'LICENSE: terms of Bitstream Vera and Arev, free to embed, change and pass on under another name',
  },
  { name: 'png-js', licence: 'MIT', where: 'LICENSE' },
  { name: 'only', licence: 'MIT', where: 'Readme.md, "License"' },
  { name: 'pause', licence: 'MIT', where: 'Readme.md, "License"' },
  { name: 'spawn-command', licence: 'MIT', where: 'LICENSE' },
];

/**
 * Published weaknesses for which there is no mended release, each with the reason why we may live with it and the day
 * on which that was judged. An entry whose advisory no longer applies is asked to go.
 */
export const KNOWN_ADVISORIES: readonly {
  readonly id: string;
  readonly package: string;
  readonly why: string;
  readonly since: string;
}[] = [];

/** Shapes of secrets. Each matches the secret itself, never the name beside it. */
export const SECRET_SHAPES: readonly { readonly what: string; readonly shape: RegExp }[] = [
  { what: 'a private key', shape: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: 'an access key of AWS', shape: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a token of GitHub', shape: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})\b/ },
  { what: 'a token of npm', shape: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: 'a token of Slack', shape: /\bxox[abprs]-[A-Za-z0-9-]{10,}/ },
  { what: 'a key of Google', shape: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  { what: 'a key of Stripe', shape: /\b[rs]k_live_[0-9A-Za-z]{16,}/ },
  { what: 'a signed session', shape: /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{20,}/ },
  { what: 'a token for a registry', shape: /_authToken\s*=\s*[^\s$]{8,}/ },
  {
    what: 'a value for one of our secrets',
    shape:
      /\b(?:APP_KEYS|ENCRYPTION_KEY|[A-Z_]*(?:TOKEN_SALT|JWT_SECRET|_PASSWORD))\s*[=:]\s*['"]?[A-Za-z0-9+/_=-]{16,}/,
  },
  // A password in an address; what is put together at run time or plainly an example is none.
  {
    what: 'a password in an address',
    shape: /\b[a-z][a-z0-9+]*:\/\/[\w.-]+:(?!\$|sandi\b|password\b|rahasia\b)[^\s:@/'"`$<{]{4,}@[\w.-]+/,
  },
];

/** Findings that are none: the file, the text that was found, and why. */
export const NO_SECRETS: readonly { readonly file: string; readonly text: string; readonly why: string }[] = [];
