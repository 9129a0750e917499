import type { Device } from '../device';
import type { Language } from '../language';
import { measureOf, type Measure, type MeasureId, type ReportNote } from '../report';
import type { RefusalCode, RefusalDetails } from '../refusal';
import { wibText } from '../wib';
import { en } from './en';
import { fill } from './fill';
import { id } from './id';
import type { Words } from './words';

export type { Words };
export { fill } from './fill';
export * from './form-words';

const languages: Record<Language, Words> = { id, en };
export const words = (language: Language): Words => languages[language];

/** A device as people call it: "Chrome di Windows". */
export function wordDevice(language: Language, { browser, system }: Device): string {
  const { device } = words(language);
  return browser && system ? fill(device.both, { browser, system }) : (browser ?? system ?? device.unknown);
}

const lookUp = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;

/** The facts of a timeline entry as people read them: codes as words, instants on the clock of Bukittinggi. */
export function wordFacts(language: Language, facts: Readonly<Record<string, string>>): Record<string, string> {
  const { relation, level, slaClock, approver, effortKind, channel } = words(language);
  const read: Readonly<Record<string, (value: string) => string>> = {
    relation: (value) => lookUp(relation, value),
    level: (value) => lookUp(level, value),
    clock: (value) => lookUp(slaClock, value),
    effortKind: (value) => lookUp(effortKind, value),
    approver: (value) => lookUp(approver, value),
    channel: (value) => lookUp(channel, value),
    dueAt: (value) => wibText(Date.parse(value)),
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, read[name]?.(value) ?? value]));
}

/** A refusal as a sentence that says what to do next. */
export function wordRefusal(language: Language, code: RefusalCode, details: RefusalDetails): string {
  const { refusal, status } = words(language);
  if (code === 'wrongStatus' && typeof details['assignee'] === 'string') return fill(refusal.alreadyTaken, details);
  const { problem, approver, team } = details;
  if (code === 'wrongLink')
    return fill(refusal.wrongLink, { problem: lookUp(words(language).linkProblem, String(problem)) });
  if (code === 'unsafeFile')
    return fill(refusal.unsafeFile, { reason: lookUp(words(language).fileProblem, String(details['reason'])) });
  if (code === 'awaitingApproval')
    return fill(refusal.awaitingApproval, { approver: team ?? lookUp(words(language).approver, String(approver)) });
  const current = details['status'];
  return fill(refusal[code], {
    ...details,
    ...(typeof current === 'string' && { status: (status as Record<string, string>)[current] ?? current }),
  });
}

/** What a number is called. */
export const labelOf = (language: Language, id: MeasureId): string => words(language).measure[id][0] ?? id;

/** The whole text behind the "?" beside a number: what it counts, by which date, in which clock. */
export function explainMeasure(language: Language, id: MeasureId): string {
  const { measure: measures, cohort, clock, aboutConfidential } = words(language);
  const measure: Measure = measureOf(id);
  const counted: Measure = measure.is === 'share' ? measureOf(measure.whole) : measure;
  const time = 'only' in measure ? measure.only['roundTheClock'] : undefined;
  return [
    measures[id][1],
    measure.is === 'oldest' ? cohort.OPEN : 'cohort' in counted && cohort[counted.cohort],
    time && clock[time === 'true' ? 'always' : 'working'],
    (measure.is === 'median' || measure.is === 'p90') && clock.quantile,
    measure.is !== 'capacity' && measure.is !== 'used' && aboutConfidential,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a reader must know of a report's numbers, as a sentence. */
export const wordNote = (language: Language, { code, facts }: ReportNote): string =>
  fill(words(language).reportNote[code], facts);
