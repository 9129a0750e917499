import type { Condition, Permission, Role } from '../access';
import type { AnnouncementKind } from '../announcements';
import type { WorkKind } from '../catalog';
import type { Place } from '../device';
import type { DocumentKind, DocumentState, SigningDuty } from '../documents';
import type { EffortKind } from '../effort';
import type { TicketEvent } from '../events';
import type { AuditColumn, ExportColumn, ProgressKind } from '../export';
import type { GuideKind } from '../guides';
import type { Action } from '../lifecycle';
import type { Relation } from '../links';
import type { Strength } from '../password';
import type { Impact, Priority, Urgency } from '../priority';
import type { IssueCode, RefusalCode } from '../refusal';
import type { CohortId, ComparisonKind, DimensionId, MeasureId, ReportName, ReportNote, Unit } from '../report';
import type { Channel } from '../request';
import type { DispositionLevel } from '../routing';
import type { SlaClock, SlaVerdict } from '../sla';
import type { Status } from '../status';
import type { Grade, SurveyState } from '../survey';
import type { id } from './id';

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
  effortKind: Record<EffortKind, string>;
  approver: Record<keyof typeof id.approver, string>;
  slaClock: Record<SlaClock, string>;
  condition: Record<Condition, string>;
  permission: Record<Permission, string>;
  warning: Record<keyof typeof id.warning, string>;
  linkProblem: Record<keyof typeof id.linkProblem, string>;
  fileProblem: Record<keyof typeof id.fileProblem, string>;
  strength: Record<Strength, string>;
  place: Record<Place, string>;
  device: Record<'both' | 'unknown', string>;
  /** Why the work of an officer whose account is closed goes to somebody else; requesters read it. */
  accountClosed: string;
  verdict: Record<SlaVerdict, string>;
  rating: Record<1 | 2 | 3 | 4, string>;
  report: Record<ReportName, string>;
  column: Record<keyof typeof id.column, string>;
  /** What a number is called, and a sentence on what it counts. */
  measure: Record<MeasureId, readonly string[]>;
  /** Which date decides, and what reopening, rejection and cancellation do. */
  cohort: Record<CohortId, string>;
  clock: Record<keyof typeof id.clock, string>;
  aboutConfidential: string;
  dimension: Record<DimensionId, string>;
  /** What belongs to nobody. */
  nobody: Record<keyof typeof id.nobody, string>;
  comparison: Record<ComparisonKind, string>;
  reportNote: Record<ReportNote['code'], string>;
  grade: Record<Grade, string>;
  surveyState: Record<SurveyState, string>;
  /** Respondents who left a question about themselves open. */
  unsaid: string;
  /** Heads of the audit log as a file. */
  auditColumn: Record<AuditColumn, string>;
  exportColumn: Record<ExportColumn, string>;
  /** The column that holds chosen entries of the history. */
  progress: string;
  progressKind: Record<ProgressKind, string>;
  /** What stands around a report's numbers in pages and files. */
  figure: Record<keyof typeof id.figure, string>;
  performance: Record<keyof typeof id.performance, string>;
  unit: Record<Unit, string>;
  /** The sheet that holds tickets. */
  sheet: string;
  truth: Record<'true' | 'false', string>;
  document: Record<DocumentKind, string>;
  documentState: Record<DocumentState, string>;
  documentStanding: Record<'VALID' | 'REPLACED', string>;
  signingDuty: Record<SigningDuty, string>;
  issue: Record<IssueCode, string>;
  /** How a field is written, for whoever wrote it otherwise. */
  writtenLike: string;
  refusal: Record<RefusalCode | 'alreadyTaken', string>;
}
