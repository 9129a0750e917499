const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** While a file with a browser works and the next one waits for its turn, the third worker does about so many others. */
const OTHERS_PER_BROWSER = 2;
/** Lighthouse takes no turn; of the next two one works, and the other is ready when its turn comes. */
const ALONE = 2;
/**
 * The longest files, the longest first, most of which wait more than they work: begun early they cost nobody anything,
 * begun last everybody waits for them. A fresh checkout knows no durations, and jest would go by the size of the file,
 * by which Lighthouse comes last and a file of chapters is nothing.
 */
const LONGEST = [
  'site/lighthouse',
  'site/panel-live',
  'site/desk',
  'site/account',
  'site/guides',
  'site/pages',
  'api/backup',
  'api/mail',
  'api/authority',
  'api/moments',
  'api/passwords',
  'api/rollover',
  'api/faults',
  'api/import',
  'api/export',
  'api/samples',
  'api/documents',
  'api/attack',
  'api/journey',
  'api/handling',
  'api/settings',
  'api/inbound-mail',
  'api/doors',
  'api/push',
  'api/calendars',
];
const rankOf = ({ path: file }) => {
  const rank = LONGEST.findIndex((name) => file.endsWith(path.normalize(`/${name}.test.ts`)));
  return rank < 0 ? LONGEST.length : rank;
};

/**
 * The order of files: the longest first as jest does it, where it knows, and those with a browser spread among the
 * others, because only one browser works at a time (`turn.ts`) and whoever waits for it does nothing else.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
    const needsBrowser = ({ context }) => context.config.displayName?.name === 'site';
    const [browsers, others] = [sorted.filter(needsBrowser), sorted.filter((test) => !needsBrowser(test))];
    const spread = browsers.flatMap((test, index) =>
      index < ALONE ? [test] : [test, ...others.splice(0, OTHERS_PER_BROWSER)],
    );
    return [...spread, ...others];
  }
};
