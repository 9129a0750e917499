import fs from 'node:fs';
import path from 'node:path';
import { settleBuckets } from './buckets.ts';
import { Sentence, words } from './run/parts/words.mjs';
import { VARIABLES, type Kind, type Name, type Reader, type Variable } from './variables/index.ts';

export type Values = Partial<Record<Name, string>>;
const ROWS: readonly (Variable & { readonly name: Name })[] = VARIABLES;
export const SECRETS = VARIABLES.filter((variable) => variable.kind === 'secret').map((variable) => variable.name);

/** What every child gets, whoever it is: one time zone, and nothing that calls home or opens a browser. */
const FIXED = {
  TZ: 'UTC',
  STRAPI_TELEMETRY_DISABLED: 'true',
  STRAPI_HIDE_STARTUP_MESSAGE: 'true',
  ASTRO_TELEMETRY_DISABLED: '1',
  BROWSER: 'none',
} as const;

/** The variables as given, checked, with defaults; paths absolute. Throws one sentence about the first bad value. */
export function readEnv(source: NodeJS.ProcessEnv, root: string): Values {
  const values: Values = {};
  for (const { name, kind } of ROWS) {
    const given = source[name]?.trim() || fromFile(`${name}_FILE`, source[`${name}_FILE`]?.trim());
    if (given) values[name] = checked(name, kind, given);
  }
  const put = (name: Name, value: string) => {
    values[name] ??= value;
  };
  for (const variable of ROWS) if (variable.default !== undefined) put(variable.name, variable.default);
  // A wildcard is an address to listen on, never one to call.
  const host = ['0.0.0.0', '::'].includes(values.HOST ?? '') ? '127.0.0.1' : values.HOST;
  const authority = host?.includes(':') ? `[${host}]` : host;
  put('SITE_URL', `http://${authority}:${values.SITE_PORT}`);
  put('CMS_URL', `http://${authority}:${values.CMS_PORT}`);
  if (values.NODE_ENV !== 'production') put('SMTP_URL', `smtp://127.0.0.1:${values.MAIL_SMTP_PORT}`);
  put('DEMO_DATA', String(!values.DATABASE_URL && values.NODE_ENV === 'development'));
  settleBuckets(values);
  values.DATA_DIR = path.resolve(root, values.DATA_DIR ?? 'data');
  return values;
}

/** `NAME_FILE` names a file that holds the value of `NAME`, as containers and systemd hand over secrets. */
function fromFile(name: string, file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    throw new Sentence(words.badValue(name, file, words.expected.file));
  }
}

/** The environment of one child: the machine's own, without our variables, plus those this reader reads. */
export function envFor(reader: Reader, values: Values, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const { name } of VARIABLES) delete env[name];
  for (const { name, readBy } of ROWS) {
    if (readBy.includes(reader) && values[name] !== undefined) env[name] = values[name];
  }
  return { ...env, ...FIXED, ...more };
}

/** The list as a Markdown table, for the README. */
export function envTable(language: 'id' | 'en'): string {
  const head =
    language === 'id' ? ['Variabel', 'Untuk', 'Bawaan', 'Dibaca oleh'] : ['Variable', 'For', 'Default', 'Read by'];
  const rows = ROWS.map(({ name, kind, purpose, default: standard, otherwise, readBy }) => [
    `\`${name}\`${kind === 'secret' ? ' 🔑' : ''}`,
    purpose[language],
    standard ?? otherwise ?? '–',
    readBy.join(', '),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export const flag = (value: string | undefined) => value === 'true';

function checked(name: string, kind: Kind, value: string): string {
  // A URL may carry a password, which no message repeats.
  const refuse = (expected: string): never => {
    throw new Sentence(words.badValue(name, value.includes('@') ? '…' : value, expected));
  };
  if (Array.isArray(kind)) return kind.includes(value) ? value : refuse(words.expected.choice(kind));
  switch (kind) {
    case 'port':
      return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535
        ? value
        : refuse(words.expected.port);
    case 'count':
      return /^\d{1,6}$/.test(value) ? value : refuse(words.expected.count);
    case 'flag':
      return /^(true|1|yes)$/i.test(value)
        ? 'true'
        : /^(false|0|no)$/i.test(value)
          ? 'false'
          : refuse(words.expected.flag);
    case 'url':
      return URL.canParse(value) ? value.replace(/\/+$/, '') : refuse(words.expected.url);
    // Its password must not be repeated, so the value is not quoted.
    case 'database':
      if (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)) return value;
      throw new Sentence(words.badDatabaseUrl(name));
    default:
      return value;
  }
}
