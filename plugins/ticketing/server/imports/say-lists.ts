import { wholeDuration, workingDuration, type Language, type SaidService } from '../../domain';
import { words as deskWords } from '../../domain/i18n';
import type { ImportFault, ListColumn, ServiceChange, ServiceField } from '../../domain/imports';
import { fill } from '../../domain/i18n/fill';
import type { ServiceListener } from './services';
import type { ListListener, ListOutcome, ListRefused } from './small-list';
import type { ImportWords, ListWords } from './wording';

const quoted = (heads: readonly { readonly head: string }[]): string => heads.map(({ head }) => `"${head}"`).join(', ');

/** What is told of one kind of list, from its head to its last sentence. */
export interface ListTeller<Field extends string> {
  readonly listener: ListListener<Field>;
  readonly refused: (answer: ListRefused<Field>) => void;
  readonly ended: (outcome: ListOutcome, isApplied: boolean) => void;
}

/** Says to people what lists of master data hold, change and become. */
export function listTellersOf(
  words: ImportWords,
  language: Language,
  file: string,
  say: (text: string) => void,
  bad: (faults: readonly ImportFault[]) => void,
) {
  type Told<Field extends string> = Pick<ListWords<Field>, 'field' | 'heads'> & Partial<ListWords<Field>>;
  function of<Field extends string>(list: Told<Field>): ListTeller<Field> {
    const opened = (columns: readonly ListColumn<Field>[]): void => {
      const pairs = columns.flatMap(({ head, field }) => (field ? [`${head} → ${list.field[field]}`] : []));
      say(`${file}: ${fill(words.used, { columns: pairs.join('; ') })}`);
      const left = columns.filter(({ head, field }) => field === null && head !== '');
      if (left.length > 0) say(`  ${fill(words.leftOut, { columns: quoted(left) })}`);
    };
    const refused = ({ missing, heads }: ListRefused<Field>): void => {
      say(words.noColumns);
      for (const field of missing) say(`  ${fill(words.noColumn, { fields: list.field[field] })}`);
      const named = quoted(heads.filter(({ head }) => head !== ''));
      say(`  ${fill(words.listHeads, { columns: named, example: list.heads })}`);
    };
    const ended = (outcome: ListOutcome, isApplied: boolean): void => {
      say(fill((isApplied ? list.made : list.wouldMake) ?? '', { ...outcome }));
      if (!isApplied) say(words.dry);
      else if (outcome.bad > 0) say(words.again);
    };
    return { listener: { opened, bad }, refused, ended };
  }

  const services = of(words.services);
  const { kind, priority } = deskWords(language);
  const spelled: Readonly<Record<string, string>> = { ...kind, ...priority };
  const spoken = (value: ServiceChange['to'], field: ServiceField, isAroundTheClock: boolean): string => {
    if (value === null) return words.nothing;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return (isAroundTheClock ? wholeDuration : workingDuration)(language, value);
    return (field === 'kind' || field === 'priority' ? spelled[value] : null) ?? `"${value}"`;
  };
  const changes: ServiceListener['changes'] = (listed, alwaysOpen) => {
    const isOpen = (one: object | null): boolean =>
      one !== null && 'sla' in one && alwaysOpen.has((one as Pick<SaidService, 'sla'>).sla?.calendar ?? '');
    const said = listed.changes.map(({ field, from, to }) =>
      fill(words.change, {
        field: words.services.field[field],
        from: spoken(from, field, isOpen(listed.before)),
        to: spoken(to, field, isOpen(listed.said)),
      }),
    );
    say(fill(words.changes, { line: listed.line, code: listed.code, changes: said.join('; ') }));
  };
  return {
    messages: of(words.messages),
    units: of(words.units),
    people: of(words.people),
    staff: of(words.staff),
    services: { ...services, listener: { ...services.listener, changes } },
  };
}
