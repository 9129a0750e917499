export const IMPORT_FAULTS = [
  'required',
  'requiredWord',
  'unknownStatus',
  'unknownPriority',
  'unknownCategory',
  'unknownUnit',
  'unknownChannel',
  'wrongDate',
  'inFuture',
  'endsBeforeStart',
  'noEnd',
  'wrongEmail',
  'wrongPhone',
  'tooLong',
  'twice',
  'wrongCode',
  'unknownParent',
  'wrongDays',
  'wrongDuration',
  'unknownKind',
  'unknownServicePriority',
  'unknownTeam',
  'unknownCalendar',
  'unknownGroup',
  'groupAsService',
  'serviceAsGroup',
  'notForGroup',
  'responseAfterResolution',
  'notYesOrNo',
  'notAccepted',
  'changedMeanwhile',
  'wrongName',
  'wrongAddress',
  'unknownRole',
  'unknownStaffRole',
  'noUnit',
  'wrongNip',
  'cellTooLong',
  'tooManyCells',
  'unclosedQuote',
  'tooManyLines',
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number];
/** What is wrong with a line, in which column (by its head), and what stands there. */
export interface ImportFault {
  readonly line: number;
  readonly code: ImportFaultCode;
  readonly column: string;
  readonly value: string;
  readonly limit?: number | string;
}

/** What stands in a cell, short and on one line: it is shown on a terminal. */
export const oneLine = (value: string, longest = 80): string => value.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, longest);
