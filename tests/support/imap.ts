import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import { until } from './jobs';
import { freePort } from './servers';
import { makeHostCertificate } from './signature';

/** A mailbox on a real IMAP server: Dovecot, on the loopback address, for one user. */
export interface ImapServer {
  readonly port: number;
  /** The same over TLS, as a server called localhost whose certificate vouches for itself: this one, as PEM. */
  readonly securePort: number;
  readonly certificate: string;
  readonly username: string;
  readonly password: string;
  /** Lays a mail into the inbox as the last mail server on the way would. */
  deliver(mail: string | Buffer): Promise<void>;
  /** How many mails are there, and how many of them nobody has read. */
  count(): Promise<{ readonly all: number; readonly unread: number }>;
  /** Marks every mail as unread, as somebody with a mail program could. */
  unreadAll(): Promise<void>;
  close(): Promise<void>;
}

const USERNAME = 'balas';
const PASSWORD = 'rahasia-kotak-7';

/** Dovecot runs as nobody in particular: as whoever runs the tests, or as `nobody` where that is root. */
function whom(): { readonly uid: number; readonly gid: number; readonly user: string; readonly group: string } {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) {
    const { username, gid } = os.userInfo();
    return { uid, gid, user: username, group: groupOf(gid) };
  }
  const [, , id = '', group = ''] = /^nobody:.*$/m.exec(fs.readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
  return { uid: Number(id), gid: Number(group), user: 'nobody', group: groupOf(Number(group)) };
}
const groupOf = (gid: number): string =>
  fs
    .readFileSync('/etc/group', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([, , id]) => Number(id) === gid)?.[0] ?? String(gid);

const configOf = (
  folder: string,
  port: number,
  securePort: number,
  { uid, gid, user, group }: ReturnType<typeof whom>,
): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
ssl = yes
ssl_cert = <${folder}/certificate
ssl_key = <${folder}/certificate
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${securePort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
`;

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

export async function openImap(): Promise<ImapServer> {
  const [folder, who] = [fs.mkdtempSync(path.join(os.tmpdir(), 'imap-')), whom()];
  const [port, securePort] = [await freePort(), await freePort()];
  for (const name of ['run', 'state', 'mail', 'home']) fs.mkdirSync(path.join(folder, name));
  fs.writeFileSync(path.join(folder, 'users'), `${USERNAME}:{PLAIN}${PASSWORD}\n`);
  fs.writeFileSync(path.join(folder, 'dovecot.conf'), configOf(folder, port, securePort, who));
  makeHostCertificate(path.join(folder, 'certificate'));
  const pem = fs.readFileSync(path.join(folder, 'certificate'), 'utf8');
  const [certificate = ''] = /-{5}BEGIN CERTIFICATE[\s\S]*END CERTIFICATE-{5}/.exec(pem) ?? [];
  fs.writeFileSync(path.join(folder, 'log'), '');
  for (const name of ['', ...fs.readdirSync(folder)]) fs.chownSync(path.join(folder, name), who.uid, who.gid);
  const program = fs.existsSync('/usr/sbin/dovecot') ? '/usr/sbin/dovecot' : 'dovecot';
  const server = spawn(program, ['-F', '-c', path.join(folder, 'dovecot.conf')], {
    stdio: 'ignore',
    ...(process.getuid?.() === 0 && { uid: who.uid, gid: who.gid }),
  });
  server.on('error', () => undefined);
  await until('the IMAP server answers', () => isOpen(port)).catch((error: unknown) => {
    server.kill('SIGTERM');
    throw new Error(fs.readFileSync(path.join(folder, 'log'), 'utf8'), { cause: error });
  });

  /** As another mail program at the same mailbox. */
  const asProgram = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, logger: false },
      auth: { user: USERNAME, pass: PASSWORD },
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  return {
    port,
    securePort,
    certificate,
    username: USERNAME,
    password: PASSWORD,
    deliver: (mail) =>
      asProgram(async (client) => {
        await client.append('INBOX', mail);
      }),
    count: () =>
      asProgram(async (client) => {
        const status = await client.status('INBOX', { messages: true, unseen: true });
        if (!status) throw new Error('the mailbox has no status');
        return { all: status.messages ?? 0, unread: status.unseen ?? 0 };
      }),
    unreadAll: () =>
      asProgram(async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageFlagsRemove('1:*', ['\\Seen']);
      }),
    close: () =>
      new Promise((resolve) => {
        server.once('exit', () => {
          fs.rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        server.kill('SIGTERM');
      }),
  };
}
