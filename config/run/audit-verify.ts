import { hasLog, verifyLog, type Finding } from '../../database/audit.ts';
import { withClient } from '../../database/connect.ts';
import { existingUrl, journalBeside, sslOf } from './parts/existing-database.ts';
import { green, red, say, step } from './parts/progress.mjs';
import { runVerb } from './parts/verb.ts';
import { Sentence, words } from './parts/words.mjs';

function sentence(finding: Finding): string {
  switch (finding.what) {
    case 'changed':
    case 'unlinked':
    case 'displaced':
      return words.audit[finding.what](finding.subject, finding.id);
    case 'noHistory':
      return words.audit.noHistory(finding.subject);
    case 'sealCount':
      return words.audit.sealCount(finding.day, finding.sealed, finding.found);
    default:
      return words.audit[finding.what](finding.day);
  }
}

await runVerb({
  journal: journalBeside,
  main: async (values, house) => {
    const url = await existingUrl(house, values, words.audit.nothing);
    const verdict = await step(words.audit.walking, () =>
      withClient(
        url,
        async (client) => {
          if (!(await hasLog(client))) throw new Sentence(words.audit.noLog);
          return verifyLog(client);
        },
        sslOf(values),
      ),
    );
    const [first, ...others] = verdict.findings;
    if (verdict.lastSeal) say(`  ${words.audit.lastSeal(verdict.lastSeal.day, verdict.lastSeal.hash)}`);
    if (verdict.unsealed > 0) say(`  ${words.audit.unsealed(verdict.unsealed)}`);
    if (!first) {
      say(`${green('✓')} ${words.audit.whole(verdict.entries, verdict.chains, verdict.seals)}`);
      return 0;
    }
    say(`${red('✖')} ${words.audit.broken(sentence(first))}`);
    if (others.length > 0) say(`  ${words.audit.others(others.length)}`);
    return 1;
  },
  interrupted: 130,
});
