// @ts-check
import { Sentence, words } from './words.mjs';

/** Seconds between two signs of life when the output is not a terminal, as in a CI log. */
const HEARTBEAT = 15;

const isTerminal = Boolean(process.stdout.isTTY);
const paint = (/** @type {string} */ code, /** @type {string} */ text) =>
  isTerminal && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text;
export const green = (/** @type {string} */ text) => paint('32', text);
export const red = (/** @type {string} */ text) => paint('31', text);
export const bold = (/** @type {string} */ text) => paint('1', text);
export const dim = (/** @type {string} */ text) => paint('2', text);

/** Wipes the line on which running steps are drawn, so that what follows begins on a clean one. */
const CLEAR = isTerminal ? '\r\u001b[K' : '';
/** What another program tells people, passed on as it is. */
export const pass = (/** @type {string} */ text) =>
  void process.stdout.write(`${running.size > 0 ? CLEAR : ''}${text}`);
export const say = (/** @type {string} */ text) => pass(`${text}\n`);

/**
 * Tells people what went wrong: an expected no as its sentence, anything else as the bug it is.
 * @param {unknown} error
 */
export function complain(error) {
  if (!(error instanceof Sentence))
    return say(`${red('✖')} ${words.bug}\n${error instanceof Error ? error.stack : String(error)}`);
  if (error.before) say(`${error.before}\n`);
  say(`${red('✖')} ${error.message}`);
}

/** @param {number} since */
const elapsed = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * The steps that run now, each with how it is getting on.
 * @type {Map<string, () => string>}
 */
const running = new Map();
const drawn = () => [...running].map(([title, told]) => `${title} ${dim(told())}`).join(' · ');

/**
 * Runs one step with a line that shows it lives: counted up in place on a terminal, beside the others that run at the same
 * time, and repeated now and then elsewhere. `percent` tells how much of it is done, where that can be known.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(() => number) | null} percent
 * @returns {Promise<T>}
 */
export async function step(title, work, percent = null) {
  const since = Date.now();
  const told = () => (percent ? `${percent()}%, ${elapsed(since)}` : elapsed(since));
  running.set(title, told);
  const draw = () => process.stdout.write(isTerminal ? `${CLEAR}… ${drawn()}` : `… ${title} (${told()})\n`);
  if (isTerminal) draw();
  else say(`… ${title}`);
  const pulse = setInterval(draw, isTerminal ? 1000 : HEARTBEAT * 1000);
  const end = (/** @type {string} */ mark) => {
    clearInterval(pulse);
    say(`${mark} ${title} ${dim(`(${elapsed(since)})`)}`);
    running.delete(title);
  };
  try {
    const result = await work();
    end(green('✓'));
    return result;
  } catch (error) {
    end(red('✗'));
    throw error;
  }
}
