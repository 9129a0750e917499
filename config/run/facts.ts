import { withClient } from '../../database/connect.ts';
import { hasFacts, rebuildFacts, verifyFacts } from '../../database/facts.ts';
import { existingUrl, journalBeside, sslOf } from './parts/existing-database.ts';
import { green, red, say, step } from './parts/progress.mjs';
import { runVerb } from './parts/verb.ts';
import { Sentence, words } from './parts/words.mjs';

/** `npm run facts` proves that what reports read equals the histories; `npm run facts -- rebuild` makes it anew first. */
await runVerb({
  journal: journalBeside,
  main: async (values, house) => {
    const [given] = process.argv.slice(2);
    if (given !== undefined && given !== 'rebuild') throw new Sentence(words.facts.unknown(given));
    const url = await existingUrl(house, values, words.audit.nothing);
    return withClient(
      url,
      async (client) => {
        if (!(await hasFacts(client))) throw new Sentence(words.facts.none);
        if (given) await step(words.facts.rebuilding, () => rebuildFacts(client));
        const { tickets, wrong } = await step(words.facts.comparing, () => verifyFacts(client));
        if (wrong.length === 0) say(`${green('✓')} ${words.facts.equal(tickets)}`);
        for (const { number, what } of wrong)
          say(`${red('✖')} ${what === 'sums' ? words.facts.wrongSums(number) : words.facts.wrong(number, what)}`);
        return wrong.length === 0 ? 0 : 1;
      },
      sslOf(values),
    );
  },
  interrupted: 130,
});
