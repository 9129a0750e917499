import fs from 'node:fs';
import path from 'node:path';
import type { Values } from '../../env.ts';
import { addressOf } from '../../../database/connect.ts';
import { bold, dim, green, say } from './progress.mjs';
import { words } from './words.mjs';

/** As cms writes them at its first start with demo data. */
interface Account {
  readonly role: string;
  readonly skpd?: string;
  readonly email: string;
  readonly password: string;
}
interface DemoAccounts {
  readonly portal?: readonly Account[];
  readonly staff?: readonly Account[];
}

/** What a person needs to know once everything runs: where, as whom, how to stop. */
export function printSummary(values: Values, { hasMail, isEmbedded }: { hasMail: boolean; isEmbedded: boolean }): void {
  const { summary } = words;
  const dataDir = values.DATA_DIR ?? '';
  const admin = `${values.CMS_PUBLIC_URL ?? values.CMS_URL}/admin`;
  const rows: [string, string][] = [
    [summary.site, values.SITE_URL ?? ''],
    [summary.cms, admin],
    ...(hasMail
      ? [[summary.mail, `http://${new URL(values.CMS_URL ?? '').hostname}:${values.MAIL_UI_PORT}`] as [string, string]]
      : []),
    [summary.database, `${addressOf(values.DATABASE_URL ?? '')}${isEmbedded ? ` (${summary.embedded})` : ''}`],
    [summary.data, dataDir],
    [summary.logs, path.join(dataDir, 'logs')],
  ];
  say(`\n${green('●')} ${bold(summary.ready)}\n`);
  for (const [name, value] of rows) say(`  ${name.padEnd(16)} ${value}`);
  printAccounts(path.join(dataDir, 'demo-accounts.json'));
  const firstAdmin = readJson<{ url?: string }>(path.join(dataDir, 'first-admin.json'))?.url;
  if (firstAdmin) say(`\n  ${summary.firstAdmin}:\n  ${bold(firstAdmin)}`);
  say(`\n${summary.stop}\n`);
}

function printAccounts(file: string): void {
  const accounts = readJson<DemoAccounts>(file);
  if (!accounts) return;
  const rows = [
    ...(accounts.portal ?? []).map((account) => [words.summary.site, account] as const),
    ...(accounts.staff ?? []).map((account) => [words.summary.cms, account] as const),
  ];
  const width = Math.max(...rows.map(([, { email }]) => email.length));
  say(`\n  ${words.summary.accounts} ${dim(`(${words.summary.accountsIn} ${file})`)}`);
  for (const [door, { role, skpd = '', email, password }] of rows) {
    say(`  ${door.padEnd(12)} ${role.padEnd(12)} ${skpd.padEnd(12)} ${email.padEnd(width)}  ${password}`);
  }
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}
