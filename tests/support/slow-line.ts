import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Before a message: its kind, and its length without the kind. Source: PostgreSQL, Message Formats. */
const HEAD_BYTES = 5;
const COMMAND_COMPLETE = 'C'.charCodeAt(0);

/** The whole messages at the beginning of what came, and where the rest begins. */
function messagesOf(bytes: Buffer): { readonly whole: Buffer[]; readonly rest: Buffer } {
  const whole: Buffer[] = [];
  let at = 0;
  for (; at + HEAD_BYTES <= bytes.length;) {
    const end = at + 1 + bytes.readUInt32BE(at + 1);
    if (end > bytes.length) break;
    whole.push(bytes.subarray(at, end));
    at = end;
  }
  return { whole, rest: bytes.subarray(at) };
}

async function* apart(line: net.Socket): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of line as AsyncIterable<Buffer>) {
    const { whole, rest } = messagesOf(Buffer.concat([held, chunk]));
    for (const message of whole) {
      if (message[0] === COMMAND_COMPLETE) await sleep(20);
      yield message;
    }
    held = rest;
  }
}

/** A line to PostgreSQL on which the end of each command comes apart from its rows. Answers its port. */
export async function openSlowLine(to: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const { hostname, port } = new URL(to);
  const server = net.createServer((near) => {
    const far = net.connect({ host: hostname, port: Number(port), noDelay: true });
    near.setNoDelay(true).pipe(far);
    const back = async (): Promise<void> => {
      for await (const message of apart(far)) near.write(message);
      near.end();
    };
    near.on('error', () => far.destroy());
    back().catch(() => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as net.AddressInfo;
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
