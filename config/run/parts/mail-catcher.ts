/**
 * The local mail catcher: what the system sends is shown on a page and leaves this machine never. Started through its
 * API rather than its command line, so that no configuration file or variable found on the way can make it relay.
 * Arguments: host, SMTP port, page's port, folder for the mail, and how many letters it keeps.
 */
import fs from 'node:fs';
import { MailDev } from 'maildev';

const [host = '', smtp = '', web = '', mailDirectory = '', most = '500'] = process.argv.slice(2);
fs.mkdirSync(mailDirectory, { recursive: true, mode: 0o700 });
fs.chmodSync(mailDirectory, 0o700);
const catcher = new MailDev({
  ip: host,
  webIp: host,
  smtp: Number(smtp),
  web: Number(web),
  mailDirectory,
  maxEmails: Number(most),
  mcp: false,
});
await catcher.start();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void catcher.stop().finally(() => process.exit(0)));
