import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { cmsProgram } from '../../config/run/parts/cms-program';

interface Word {
  readonly pid?: number;
  readonly isUp?: boolean;
}
/** A host of our own until the line ends. */
interface Lease {
  readonly pid: number;
  readonly connection: net.Socket;
  /** The next line, or null when the line has ended. */
  next(): Promise<Word | null>;
}

const LOOK_MS = 50;
/** A cms may live at another time. */
const CLOCK = `--import=${pathToFileURL(path.join(__dirname, 'clock-shift.mjs')).href}`;
const folder = (): string => path.join(process.env['TEST_DATA_DIR'] ?? '', 'hosts');

/** The host at this socket, unless somebody has it or it is gone. */
async function ask(socket: string): Promise<Lease | null> {
  const connection = net.connect(socket);
  connection.on('error', () => undefined);
  const lines = createInterface({ input: connection })[Symbol.asyncIterator]();
  const next = async (): Promise<Word | null> => {
    // A host that is gone refuses, or breaks off: its last line has been.
    const { value, done } = await lines.next().catch(() => ({ value: undefined, done: true as const }));
    return done ? null : (JSON.parse(value) as Word);
  };
  const greeting = await next();
  if (greeting?.pid !== undefined) return { pid: greeting.pid, connection, next };
  connection.destroy();
  return null;
}

/** A new host, once it listens. */
async function open(root: string, patience: number): Promise<Lease> {
  const socket = path.join(folder(), `${process.pid}-${Date.now()}.sock`);
  const home = path.join(root, 'cms');
  const flags = cmsProgram(root).filter((word) => word.startsWith('--'));
  const child = spawn(process.execPath, [...flags, CLOCK, path.join(__dirname, 'cms-host.cjs'), socket, home], {
    cwd: home,
    stdio: 'ignore',
  });
  child.unref();
  for (const deadline = Date.now() + patience; Date.now() < deadline && child.exitCode === null;) {
    const lease = fs.existsSync(socket) ? await ask(socket) : null;
    if (lease) return lease;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  child.kill('SIGKILL');
  throw new Error('no host for a cms could be opened');
}

/** A host that nobody has: Strapi's packages are loaded in it, if it has had a cms before. */
export async function leaseHost(root: string, patience: number): Promise<Lease> {
  fs.mkdirSync(folder(), { recursive: true });
  for (const name of fs.readdirSync(folder())) {
    const lease = await ask(path.join(folder(), name));
    if (lease) return lease;
  }
  return open(root, patience);
}

/** Says something and hears the answer; a host that takes longer than so many ms is ended. */
async function tell({ pid, connection, next }: Lease, word: unknown, patience: number): Promise<Word | null> {
  const timer = setTimeout(() => process.kill(pid, 'SIGKILL'), patience);
  connection.write(`${JSON.stringify(word)}\n`);
  const answer = await next();
  clearTimeout(timer);
  return answer;
}

/** Boots a cms in it; false when it did not start, and then the host has ended too. */
export const bootIn = async (lease: Lease, env: NodeJS.ProcessEnv, log: string, patience: number): Promise<boolean> =>
  (await tell(lease, { env, log }, patience))?.isUp === true;

/** Ends the cms as SIGTERM ends one. */
export async function giveBack(lease: Lease, patience: number): Promise<void> {
  if (lease.connection.destroyed) return;
  await tell(lease, 'stop', patience);
  lease.connection.destroy();
}

/** Ends host and cms as a power cut does. */
export async function cutOff({ pid, connection }: Lease): Promise<void> {
  if (connection.destroyed) return;
  const closed = once(connection, 'close');
  process.kill(pid, 'SIGKILL');
  await closed;
}
