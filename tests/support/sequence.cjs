const { default: Sequencer } = require('@jest/test-sequencer');

/** While a file with a browser works and the next one waits for its turn, the third worker does about so many others. */
const OTHERS_PER_BROWSER = 2;

/**
 * The order of files: the longest first as jest does it, and those with a browser spread among the others, because only
 * one browser works at a time (`turn.ts`) and whoever waits for it does nothing else.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const needsBrowser = ({ context }) => context.config.displayName?.name === 'site';
    const [browsers, others] = [sorted.filter(needsBrowser), sorted.filter((test) => !needsBrowser(test))];
    const spread = browsers.flatMap((test, index) =>
      index === 0 ? [test] : [test, ...others.splice(0, OTHERS_PER_BROWSER)],
    );
    return [...spread, ...others];
  }
};
