import path from 'node:path';
import fs from 'node:fs';
import { readEnv, type Values } from '../../env.ts';
import { Closing, House } from './house.ts';
import { complain, say } from './progress.mjs';
import { words } from './words.mjs';

export const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Ctrl-C often reaches us twice at once: from the terminal, and forwarded by npm. Only a later one means "now!". */
const SAME_PRESS = 800;

export interface Verb {
  /** Where the journal of this run lies; the folder is ours to make. May refuse. */
  readonly journal: (values: Values) => Promise<string>;
  readonly main: (values: Values, house: House) => Promise<number>;
  /** Exit code after Ctrl-C: 0 where stopping is how it normally ends. */
  readonly interrupted: number;
}

/** Runs a verb: reads the environment, answers signals, words failures, leaves nothing running. Never returns. */
export async function runVerb({ journal, main, interrupted }: Verb): Promise<never> {
  let house: House | null = null;
  let pressed = 0;
  const onSignal = () => {
    if (pressed > 0 && Date.now() - pressed < SAME_PRESS) return;
    const isForced = pressed > 0;
    pressed = Date.now();
    say(isForced ? `\n${words.forced}` : `\n${words.stopping}`);
    if (!house) process.exit(interrupted);
    void house.close(isForced).finally(() => {
      if (!isForced) say(words.stopped);
      process.exit(interrupted);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  // The entry script was killed: nobody listens any more.
  process.on('disconnect', onSignal);
  // A closed terminal must not turn our last words into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  let code = 1;
  try {
    const dotenv = path.join(ROOT, '.env');
    if (fs.existsSync(dotenv)) process.loadEnvFile(dotenv);
    const values = readEnv(process.env, ROOT);
    house = new House(await journal(values));
    code = await main(values, house);
  } catch (error) {
    // The signal's own way out ends us.
    if (error instanceof Closing || house?.isClosing) await new Promise(() => undefined);
    complain(error);
  }
  if (house?.isClosing) await new Promise(() => undefined);
  await house?.close();
  process.exit(code);
}
