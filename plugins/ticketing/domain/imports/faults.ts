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
  'yearOfNumber',
  'publicOrInternal',
  'beforeTicket',
  'tooManyMessages',
  'unknownTicket',
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

/** A text without control characters: they mark what was found in a search, and PostgreSQL takes no zero byte. */
export const plainText = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
/** A number that was shown with spaces between thousands, as GLPI does, is one number. */
export const plainNumber = (text: string): string =>
  /^\d{1,3}(?:[\s\u00A0\u202F]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
/** What stands in a cell, short and on one line: it is shown on a terminal. */
export const oneLine = (value: string, longest = 80): string => value.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, longest);
