import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { freePort, ROOT } from './servers';

/** A letter as it arrived. */
export interface Letter {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly to: readonly { readonly address: string }[];
  readonly from: readonly { readonly address: string }[];
  readonly time: string;
  /** What the sender wrote above it, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments?: readonly { readonly filename: string; readonly generatedFileName: string }[];
}

export interface Mailbox {
  readonly smtpUrl: string;
  lettersTo(address: string): Promise<Letter[]>;
  all(): Promise<Letter[]>;
  /** The newest letter to an address whose subject has these words, waited for. */
  next(address: string, subject: string): Promise<Letter>;
  /** One line above a letter, as it came over the wire: of lists `headers` knows nothing. */
  headerOf(letter: Letter, name: string): Promise<string | undefined>;
  /** The first file that came with a letter, as it arrived. */
  fileOf(letter: Letter): Promise<Buffer>;
  empty(): Promise<void>;
  close(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** The code of the link in a letter. */
export const codeIn = ({ text }: Letter): string => /\?kode=([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '';

/** A real SMTP server: the catcher that `npm start` runs, on ports of its own, or on the one that is named. */
export async function openMailbox(folder: string, port?: number, most = 500): Promise<Mailbox> {
  const [smtp, web] = [port ?? (await freePort()), await freePort()];
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'config/run/parts/mail-catcher.ts'), '127.0.0.1', String(smtp), String(web), folder, String(most)],
    { stdio: 'ignore' },
  );
  const api = (place: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${web}/api${place}`, { ...init, signal: AbortSignal.timeout(5000) });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
  for (
    const until = Date.now() + 30_000;
    !(await api('/healthz').then(
      ({ ok }) => ok,
      () => false,
    ));
  ) {
    if (Date.now() > until) throw new Error('the mail catcher did not start');
    await pause();
  }
  const all = async (): Promise<Letter[]> => (await (await api('/email')).json()) as Letter[];
  const lettersTo = async (address: string): Promise<Letter[]> => {
    const body = await all();
    return body.filter(({ to }) => to.some((each) => each.address === address));
  };
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    lettersTo,
    all,
    async next(address, subject) {
      for (const until = Date.now() + 30_000; ;) {
        const found = (await lettersTo(address))
          .filter((letter) => letter.subject.includes(subject))
          .sort((a, b) => Date.parse(b.time) - Date.parse(a.time))[0];
        if (found) return found;
        if (Date.now() > until) throw new Error(`no letter "${subject}" to ${address} arrived`);
        await pause();
      }
    },
    async headerOf({ id }, name) {
      const source = await (await api(`/email/${id}/source`)).text();
      const [head = ''] = source.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n\r?\n/);
      const line = head.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `));
      return line?.slice(name.length + 2).trim();
    },
    async fileOf({ id, attachments = [] }) {
      const name = attachments[0]?.generatedFileName ?? '';
      const answer = await api(`/email/${id}/attachment/${encodeURIComponent(name)}`);
      if (!answer.ok) throw new Error(`no file came with letter ${id}`);
      return Buffer.from(await answer.arrayBuffer());
    },
    empty: async () => {
      await api('/email/all', { method: 'DELETE' });
    },
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A mail server on this port that answers each command with what is said; it ends with all its lines cut. */
async function speak(
  port: number,
  answer: (word: string, socket: net.Socket) => void,
): Promise<{ close(): Promise<void> }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.write('220 kosong.test\r\n');
    socket.on('data', (said) => answer(String(said).slice(0, 4).toUpperCase(), socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A mail server that knows none of the people it is asked for, and says that this will stay so. */
export const refuseLetters = (port: number): Promise<{ close(): Promise<void> }> =>
  speak(port, (word, socket) => {
    if (word === 'QUIT') socket.end('221 bye\r\n');
    else socket.write(word === 'RCPT' ? '550 5.1.1 no such user\r\n' : '250 ok\r\n');
  });

/** A mail server that begins to answer and does not come to an end: a word a second, so that no line falls silent. */
export async function dawdle(port: number): Promise<{ close(): Promise<void>; lines(): number }> {
  let lines = 0;
  const { close } = await speak(port, (_, socket) => {
    lines += 1;
    const next = setInterval(() => socket.write('250-sebentar\r\n'), 1000);
    socket.once('close', () => {
      clearInterval(next);
      lines -= 1;
    });
  });
  return { close, lines: () => lines };
}
