import type { SealKey } from 'strapi-plugin-ticketing/contract';
import { readCode, shortDay, type DocumentKind, type Seal } from 'strapi-plugin-ticketing/domain';
import { checkSeal } from '../../lib/verification/seal';

/** Checks the seal behind the `#` of this page's address and shows what it says. */
const card = document.querySelector<HTMLElement>('[data-seal]');

type Labels = Readonly<
  Record<Exclude<keyof Seal, 'parties' | 'position' | 'link' | 'keyId'> | 'executor' | 'requester' | 'chain', string>
>;
const told = <T>(name: string): T => JSON.parse(card?.dataset[name] ?? '{}') as T;

/** Lines as they stand on the paper, in its order. */
function linesOf(seal: Seal): readonly (readonly [string, string])[] {
  const labels = told<Labels>('labels');
  const kinds = told<Readonly<Record<DocumentKind, string>>>('kinds');
  return [
    [labels.kind, kinds[seal.kind]],
    [labels.letterNumber, seal.letterNumber ?? '–'],
    [labels.day, shortDay(seal.day)],
    [labels.ticketNumber, seal.ticketNumber],
    [labels.executor, seal.parties[0] || '–'],
    [labels.requester, seal.parties[1] || '–'],
    [labels.code, seal.code],
    [labels.contentHash, seal.contentHash],
    [labels.chain, `${seal.position} · ${seal.link}`],
  ];
}

function show(verdict: string, seal: Seal | null): void {
  if (!card) return;
  const said = told<Readonly<Record<string, string>>>('said');
  card.dataset['verdict'] = verdict;
  const sentence = card.querySelector('[data-seal-verdict]');
  if (sentence) sentence.textContent = said[verdict] ?? '';
  const facts = card.querySelector('[data-seal-facts]');
  facts?.replaceChildren(
    ...(seal ? linesOf(seal) : []).map(([label, value]) => {
      const line = document.createElement('div');
      const [term, description] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = label;
      description.textContent = value;
      line.append(term, description);
      return line;
    }),
  );
  const content = card.querySelector<HTMLElement>('[data-seal-content]');
  if (content) content.hidden = seal === null;
}

async function check(): Promise<void> {
  if (!card) return;
  const seal = location.hash.slice(1);
  // A place on this page, such as a field to mend, is no seal.
  const isSeal = seal.length > 60;
  card.hidden = !isSeal && card.dataset['asked'] === undefined;
  if (!isSeal) return show('NONE', null);
  const code = readCode(decodeURIComponent(location.pathname.split('/').at(-1) ?? '')) ?? '';
  const outcome = await checkSeal(seal, code, told<readonly SealKey[]>('keys'));
  show(outcome.verdict, outcome.verdict === 'GOOD' ? outcome.seal : null);
}

void check();
addEventListener('hashchange', () => void check());
