import type { Language } from '../../domain';
import { IMPORT_BOUNDS, type ImportFault, type ImportFaultCode } from '../../domain/imports';
import { fill } from '../../domain/i18n/fill';
import { en } from './en';
import { id } from './id';
import type { Listener, Outcome, Refused } from './import';
import { listTellersOf } from './say-lists';

const WORDS = { id, en };
/** Faults whose value is a word to be put into the mapping. */
const TO_MAP = {
  unknownStatus: 'status',
  unknownPriority: 'priority',
  unknownCategory: 'category',
  unknownUnit: 'unit',
  unknownChannel: 'channel',
} as const satisfies Partial<Record<ImportFaultCode, string>>;
const isToMap = (code: ImportFaultCode): code is keyof typeof TO_MAP => Object.hasOwn(TO_MAP, code);
/** Words that are not known, told with how often; of more the most frequent. */
const MOST_WORDS = 40;

const quoted = (heads: readonly { readonly head: string }[]): string => heads.map(({ head }) => `"${head}"`).join(', ');

/** Says to people, line by line, what an import reads, finds and does. */
export function tellerOf(language: Language, file: string, second: string, say: (text: string) => void) {
  const words = WORDS[language];
  const unknown = new Map<string, { readonly code: keyof typeof TO_MAP; readonly value: string; count: number }>();
  let told = 0;
  const badIn = (faults: readonly ImportFault[], from: string): void => {
    for (const { line, code, column, value, limit } of faults) {
      told += 1;
      if (isToMap(code)) {
        const key = `${code}:${value}`;
        const known = unknown.get(key) ?? { code, value, count: 0 };
        unknown.set(key, { ...known, count: known.count + 1 });
      }
      if (told > IMPORT_BOUNDS.named) continue;
      const fault = fill(words.fault[code], { value, limit: limit ?? '' });
      say(`${from}${fill(column ? words.at : words.atLine, { line, column, fault })}`);
    }
  };
  const bad = (faults: readonly ImportFault[]): void => badIn(faults, '');
  const lists = listTellersOf(words, language, file, say, bad);
  const messages = listTellersOf(words, language, second, say, (faults) => badIn(faults, `${second}: `)).messages;
  const listener: Listener = {
    opened: ({ encoding, separator, columns, line }, { source }) => {
      const used = columns.filter(({ field }) => field !== null && field !== 'ignore');
      const unmapped = columns.filter(({ field }) => field === null);
      const sign = words.separator[separator as keyof typeof words.separator] ?? separator;
      const facts = { file, separator: sign, columns: columns.length, system: source.name };
      say(fill(words.opened, { ...facts, encoding: words.encoding[encoding] }));
      if (line > 1) say(`  ${fill(words.headAt, { line })}`);
      const pairs = used.map(({ head, field }) => `${head} → ${field ? words.field[field] : ''}`);
      say(`  ${fill(words.used, { columns: pairs.join('; ') })}`);
      if (unmapped.length > 0) say(`  ${fill(words.unmapped, { columns: quoted(unmapped) })}`);
    },
    bad,
    messages: messages.listener,
    progress: (count) => say(`  ${fill(words.progress, { count })}`),
  };

  const refused = (answer: Refused): void => {
    if (answer.why === 'messages') return messages.refused(answer);
    if (answer.why === 'mapping') {
      say(words.badMapping);
      for (const { where, allowed } of answer.faults)
        say(`  ${fill(words.badMappingAt, { where: where || '{ }', allowed: allowed.join(', ') })}`);
      return;
    }
    say(words.noColumns);
    for (const either of answer.missing)
      say(`  ${fill(words.noColumn, { fields: either.map((field) => words.field[field]).join(words.or) })}`);
    say(`  ${fill(words.heads, { columns: quoted(answer.head.columns.filter(({ head }) => head !== '')) })}`);
  };
  const ended = (
    { made, known, bad: wrong, officers, messages: said, first, last }: Outcome,
    isApplied: boolean,
  ): void => {
    if (told > IMPORT_BOUNDS.named) say(fill(words.more, { count: told - IMPORT_BOUNDS.named }));
    if (unknown.size > 0) {
      say(words.unknownValues);
      const often = [...unknown.values()].sort((a, b) => b.count - a.count).slice(0, MOST_WORDS);
      for (const { code, value, count } of often)
        say(`  ${fill(words.unknownValue, { field: words.field[TO_MAP[code]], value, count })}`);
    }
    const names = [...officers].slice(0, MOST_WORDS).map(([name, count]) => `${name} (${count})`);
    if (names.length > 0) say(fill(words.officers, { names: names.join(', ') }));
    say(fill(isApplied ? words.made : words.wouldMake, { made, known, bad: wrong }));
    if (said > 0) say(`  ${fill(isApplied ? words.messagesMade : words.messagesWouldMake, { count: said })}`);
    if (isApplied && first && last) say(`  ${fill(words.numbers, { first, last })}`);
    if (!isApplied) say(words.dry);
    else if (wrong > 0) say(words.again);
  };

  return { listener, refused, ended, lists };
}
