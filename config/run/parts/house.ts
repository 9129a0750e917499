import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { birthOf } from './alive.mjs';
import { writeJournal } from './journal.ts';
import { openLog, putAside, tail } from './logs.mjs';
import { SOON, stopAll, type Stoppable } from './stop.ts';
import { Sentence, words } from './words.mjs';

export interface Errand extends Pick<SpawnOptions, 'cwd' | 'env'> {
  readonly name: string;
  readonly args: readonly string[];
  /** Where its output goes; the terminal sees it only through `onOutput`. */
  readonly log: string;
  readonly onOutput?: (text: string, isError: boolean) => void;
  readonly rank?: number;
  readonly signals?: Stoppable['signals'];
}
export interface Running {
  readonly name: string;
  readonly log: string;
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
}
/** How a process ended, in words for its reader. */
export interface Ending {
  readonly isGood: boolean;
  readonly how: string;
}

/** Thrown when something is asked of a house that is closing: the way out for whatever was going on. */
export class Closing extends Error {}

/** How often the logs of what runs are looked at. */
const TIDY_MS = 60_000;

/**
 * Everything one run started, and how all of it is stopped again. Nothing else in `config/run` spawns a lasting
 * process.
 */
export class House {
  readonly #journal: string;
  readonly #processes = new Map<number, Stoppable>();
  readonly #farewells: (() => void)[] = [];
  #guard: ChildProcess | null = null;
  #isClosing = false;
  /** Rejects with a sentence when one that should live has died. */
  readonly mishap: Promise<never>;
  #fail: (reason: Error) => void = () => undefined;

  constructor(journal: string) {
    this.#journal = journal;
    this.mishap = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    this.mishap.catch(() => undefined);
    fs.mkdirSync(path.dirname(journal), { recursive: true });
    this.#startGuard();
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Starts a Node program in a process group of its own, so that a terminal's Ctrl-C reaches only the runner. */
  spawn({ name, args, log, onOutput, cwd, env, rank = 0, signals = SOON }: Errand): Running {
    if (this.#isClosing) throw new Closing();
    const fd = openLog(log);
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : ['ignore', fd, fd],
    });
    for (const stream of onOutput ? [child.stdout, child.stderr] : []) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        fs.writeSync(fd, text);
        onOutput?.(text, stream === child.stderr);
      });
    }
    this.adopt(name, child, { rank, signals, isGroup: true });
    const ended = new Promise<Ending>((resolve) => {
      child.once('error', (error) => resolve({ isGood: false, how: error.message }));
      child.once('close', (code, signal) => {
        fs.closeSync(fd);
        resolve({ isGood: code === 0, how: signal ?? `kode ${code}` });
      });
    });
    return { name, log, child, ended };
  }

  /** Takes a process started elsewhere into our care. */
  adopt(name: string, child: ChildProcess, how: Pick<Stoppable, 'rank' | 'signals' | 'isGroup'>): void {
    const { pid } = child;
    if (pid === undefined) return;
    if (this.#isClosing) {
      child.kill('SIGKILL');
      throw new Closing();
    }
    this.#processes.set(pid, { name, pid, birth: birthOf(pid), ...how });
    this.#write();
    child.once('exit', () => {
      this.#processes.delete(pid);
      this.#write();
    });
  }

  /** Marks one as meant to live until we close: its death ends the run, with its last lines. */
  keep(running: Pick<Running, 'name' | 'log' | 'ended'>): void {
    const tidying = setInterval(() => putAside(running.log), TIDY_MS).unref();
    void running.ended.then(({ how }) => {
      clearInterval(tidying);
      if (!this.#isClosing) this.#fail(new Sentence(words.died(running.name, how, running.log), tail(running.log)));
    });
  }

  /** Runs a one-off to its end; false when it failed. */
  async run(errand: Errand): Promise<boolean> {
    const { ended } = this.spawn(errand);
    const { isGood } = await ended;
    if (this.#isClosing) throw new Closing();
    return isGood;
  }

  /** Something to do after all processes are gone, last come first. */
  onClosed(farewell: () => void): void {
    this.#farewells.unshift(farewell);
  }

  async close(isForced = false): Promise<void> {
    this.#isClosing = true;
    await stopAll([...this.#processes.values()], isForced);
    for (const farewell of this.#farewells.splice(0)) farewell();
    fs.rmSync(this.#journal, { force: true });
    this.#guard?.kill('SIGKILL');
  }

  #startGuard(): void {
    this.#write();
    this.#guard = spawn(process.execPath, [path.join(import.meta.dirname, 'guard.ts'), this.#journal], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#guard.stdin?.on('error', () => undefined);
    this.#guard.unref();
    this.#write();
  }

  #write(): void {
    const pid = this.#guard?.pid;
    if (this.#isClosing && !fs.existsSync(this.#journal)) return;
    writeJournal(this.#journal, pid === undefined ? null : { pid, birth: birthOf(pid) }, [...this.#processes.values()]);
  }
}
