import type { Condition, Permission, Role } from '../access';
import type { AnnouncementKind } from '../announcements';
import type { Device, Place } from '../device';
import type { DocumentKind, DocumentState, SigningDuty } from '../documents';
import type { ExportColumn } from '../export';
import type { GuideKind } from '../guides';
import type { Action } from '../lifecycle';
import type { Strength } from '../password';
import type { Impact, Priority, Urgency } from '../priority';
import type { Issue, IssueCode, RefusalCode, RefusalDetails } from '../refusal';
import type { ReportName } from '../report';
import type { Grade, SurveyState } from '../survey';
import type { Channel, DispositionLevel, Relation, SlaVerdict, Status, TicketEvent, WorkKind } from '../ticket';
import type { SlaMoment } from '../sla';
import { momentInWib } from '../day';
import { en } from './en';
import { id } from './id';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What every language must have. A code of the domain without its word does not compile. */
export interface Words {
  status: Record<Status, string>;
  statusNext: Record<Status, string>;
  priority: Record<Priority, string>;
  impact: Record<Impact, string>;
  urgency: Record<Urgency, string>;
  channel: Record<Channel, string>;
  kind: Record<WorkKind, string>;
  role: Record<Role | 'SYSTEM', string>;
  guideKind: Record<GuideKind, string>;
  announcementKind: Record<AnnouncementKind, string>;
  action: Record<Action, string>;
  event: Record<TicketEvent, string>;
  fact: Record<keyof typeof id.fact, string>;
  field: Record<keyof typeof id.field, string>;
  relation: Record<Relation, string>;
  level: Record<DispositionLevel, string>;
  approver: Record<keyof typeof id.approver, string>;
  slaClock: Record<SlaMoment['clock'], string>;
  condition: Record<Condition, string>;
  permission: Record<Permission, string>;
  warning: Record<keyof typeof id.warning, string>;
  linkProblem: Record<keyof typeof id.linkProblem, string>;
  strength: Record<Strength, string>;
  place: Record<Place, string>;
  device: Record<'both' | 'unknown', string>;
  verdict: Record<SlaVerdict, string>;
  rating: Record<1 | 2 | 3 | 4, string>;
  report: Record<ReportName, string>;
  column: Record<keyof typeof id.column, string>;
  grade: Record<Grade, string>;
  surveyState: Record<SurveyState, string>;
  /** Respondents who left a question about themselves open. */
  unsaid: string;
  exportColumn: Record<ExportColumn, string>;
  truth: Record<'true' | 'false', string>;
  document: Record<DocumentKind, string>;
  documentState: Record<DocumentState, string>;
  signingDuty: Record<SigningDuty, string>;
  issue: Record<IssueCode, string>;
  refusal: Record<RefusalCode | 'alreadyTaken', string>;
}

const languages: Record<Language, Words> = { id, en };
export const words = (language: Language): Words => languages[language];

/** The language a request asks for by `Accept-Language`: English when it comes first, else Indonesian. */
export const languageOf = (header: string | null | undefined): Language =>
  /^\s*en\b/i.test(header ?? '') ? 'en' : 'id';

/** Puts facts where a sentence has `{name}`; a missing fact leaves a dash rather than a hole. */
export const fill = (sentence: string, facts: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '–'));

/** A device as people call it: "Chrome di Windows". */
export function wordDevice(language: Language, { browser, system }: Device): string {
  const { device } = words(language);
  return browser && system ? fill(device.both, { browser, system }) : (browser ?? system ?? device.unknown);
}

/** One issue as a sentence. `labels` names the fields of a service's form by their catalogue labels. */
export function wordIssue(
  language: Language,
  { field, code, limit }: Issue,
  labels: Readonly<Record<string, string>> = {},
): string {
  const { field: fields, issue } = words(language);
  const label = labels[field] ?? (fields as Record<string, string>)[field] ?? field;
  return fill(issue[code], { field: label, limit });
}

const lookUp = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;

/** The facts of a timeline entry as people read them: codes as words, instants on the clock of Bukittinggi. */
export function wordFacts(language: Language, facts: Readonly<Record<string, string>>): Record<string, string> {
  const { relation, level, slaClock, approver } = words(language);
  const read: Readonly<Record<string, (value: string) => string>> = {
    relation: (value) => lookUp(relation, value),
    level: (value) => lookUp(level, value),
    clock: (value) => lookUp(slaClock, value),
    approver: (value) => lookUp(approver, value),
    dueAt: (value) => momentInWib(Date.parse(value)),
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
  if (code === 'awaitingApproval')
    return fill(refusal.awaitingApproval, { approver: team ?? lookUp(words(language).approver, String(approver)) });
  const current = details['status'];
  return fill(refusal[code], {
    ...details,
    ...(typeof current === 'string' && { status: (status as Record<string, string>)[current] ?? current }),
  });
}
