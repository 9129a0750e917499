// @ts-check

/**
 * A sentence in Indonesian with its English under it.
 * @param {string} id @param {string} en
 */
export const both = (id, en) => `${id}\n  (${en})`;

/** A refusal worded for people: printed without a stack, exit code 1. Anything else that is thrown is a bug. */
export class Sentence extends Error {
  /** @param {string} message @param {string} [before] what is shown above it, such as a log's last lines */
  constructor(message, before = '') {
    super(message);
    this.name = 'Sentence';
    this.before = before;
  }
}
