import type { FieldMoment, FieldType, Priority, WorkKind } from '../../../../domain';
import type { Typed } from './durations';

/** One field as it is typed; `row` tells it from the others while it has no key. Choices stand one a line. */
export interface TypedField {
  readonly row: string;
  readonly key: string | null;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly help: string;
  readonly options: string;
  readonly accept: readonly string[];
  readonly min: string;
  readonly max: string;
  readonly pattern: string;
  readonly suffix: string;
  readonly moment: FieldMoment | '';
  readonly englishLabel: string;
  readonly englishHelp: string;
  readonly englishOptions: string;
}

/** A service as it is typed. `version` is that of what the typing began with. */
export interface TypedService {
  readonly version: string;
  readonly code: string;
  readonly group: string;
  readonly name: string;
  readonly kind: WorkKind;
  readonly team: string;
  readonly defaultPriority: Priority;
  readonly approver: string;
  readonly requiresLetter: boolean;
  readonly requiresDisposition: boolean;
  readonly requiresAssignmentLetter: boolean;
  readonly isConfidential: boolean;
  readonly hasSensitiveAttachments: boolean;
  readonly attachmentKinds: readonly string[];
  readonly keywords: string;
  readonly reference: string;
  readonly englishName: string;
  readonly englishScope: string;
  /** Whether it promises by itself, and not by the ticket's priority. */
  readonly hasTarget: boolean;
  readonly calendar: string;
  readonly response: Typed;
  readonly resolution: Typed;
  readonly mode: 'DURATION' | 'EVENT';
  readonly minimumNoticeDays: string;
  readonly scope: string;
  readonly fields: readonly TypedField[];
}
