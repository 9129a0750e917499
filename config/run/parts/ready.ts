import { setTimeout as sleep } from 'node:timers/promises';
import type { House, Running } from './house.ts';
import { Sentence, words } from './words.mjs';

/** Waits until `GET url` answers 200; gives up with the last answer, or at once when the process dies. */
export async function ready(house: House, running: Running, url: string, seconds: number): Promise<void> {
  let last = '-';
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const answer = await Promise.race([ask(url), house.mishap]);
    if (answer.status === 200) return;
    last = answer.text;
    await Promise.race([sleep(250), house.mishap]);
  }
  throw new Sentence(words.notReady(running.name, seconds, last, running.log));
}

async function ask(url: string): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return { status: response.status, text: `${response.status} ${(await response.text()).slice(0, 200)}` };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { status: 0, text: (cause as NodeJS.ErrnoException).code ?? String(cause) };
  }
}
