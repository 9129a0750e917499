import {
  ACCEPTED_EXTENSIONS,
  ATTACHMENT_MEGABYTES,
  LONGEST_DAYS,
  MAX_FILES,
  MOST_REMINDERS,
  PAUSABLE,
  type DeskSettings,
  type Impact,
  type Issue,
  type Priority,
  type PriorityMatrix,
  type Urgency,
} from '../../../../domain';

/** The settings as they stand in the form; `null` where the city does not close. */
export interface Typed {
  readonly lockAfterDays: string;
  readonly remindAfterDays: string;
  readonly closeUnansweredAfterDays: string;
  readonly closesByItself: boolean;
  readonly pausing: readonly (typeof PAUSABLE)[number][];
  /** In percent. */
  readonly riskFraction: string;
  readonly priorityMatrix: PriorityMatrix;
  readonly attachmentMegabytes: string;
  readonly attachmentCount: string;
  readonly attachmentKinds: readonly string[];
}

export const typedOf = (settings: DeskSettings): Typed => ({
  lockAfterDays: String(settings.lockAfterDays),
  remindAfterDays: settings.remindAfterDays.join(', '),
  closeUnansweredAfterDays: settings.closeUnansweredAfterDays === null ? '' : String(settings.closeUnansweredAfterDays),
  closesByItself: settings.closesByItself,
  pausing: PAUSABLE.filter((status) => settings.pausing.includes(status)),
  riskFraction: String(Math.round(settings.riskFraction * 100)),
  priorityMatrix: settings.priorityMatrix,
  attachmentMegabytes: String(settings.attachmentMegabytes),
  attachmentCount: String(settings.attachmentCount),
  attachmentKinds: ACCEPTED_EXTENSIONS.filter((kind) => settings.attachmentKinds.includes(kind)),
});

export const withPriority = (
  matrix: PriorityMatrix,
  impact: Impact,
  urgency: Urgency,
  priority: Priority,
): PriorityMatrix => ({ ...matrix, [impact]: { ...matrix[impact], [urgency]: priority } });

const RISK = { from: 10, to: 99 } as const;
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);
const within = (field: string, value: number, from: number, to: number): Issue[] =>
  Number.isNaN(value)
    ? [{ field, code: 'wrongFormat' }]
    : value < from
      ? [{ field, code: 'tooSmall', limit: from }]
      : value > to
        ? [{ field, code: 'tooLarge', limit: to }]
        : [];

/** The settings that were typed, or what is wrong with them, by field. */
export function settingsOf(
  typed: Typed,
  tooMany: string,
): { readonly settings: DeskSettings; readonly issues: readonly (Issue & { readonly message?: string })[] } {
  const lockAfterDays = whole(typed.lockAfterDays);
  const remindAfterDays = typed.remindAfterDays
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(whole)
    .sort((a, b) => a - b);
  const closeUnansweredAfterDays =
    typed.closeUnansweredAfterDays.trim() === '' ? null : whole(typed.closeUnansweredAfterDays);
  const risk = whole(typed.riskFraction);
  const issues = [
    ...within('lockAfterDays', lockAfterDays, 1, LONGEST_DAYS),
    ...remindAfterDays.flatMap((days) => within('remindAfterDays', days, 1, LONGEST_DAYS)).slice(0, 1),
    ...(closeUnansweredAfterDays === null
      ? []
      : within('closeUnansweredAfterDays', closeUnansweredAfterDays, 1, LONGEST_DAYS)),
    ...within('riskFraction', risk, RISK.from, RISK.to),
    ...within(
      'attachmentMegabytes',
      whole(typed.attachmentMegabytes),
      ATTACHMENT_MEGABYTES.from,
      ATTACHMENT_MEGABYTES.to,
    ),
    ...within('attachmentCount', whole(typed.attachmentCount), 1, MAX_FILES),
    ...(typed.attachmentKinds.length === 0 ? [{ field: 'attachmentKinds', code: 'required' as const }] : []),
  ];
  const crowd =
    remindAfterDays.length > MOST_REMINDERS
      ? [{ field: 'remindAfterDays', code: 'tooLong' as const, message: tooMany }]
      : [];
  // Whoever never closes does not close by itself either.
  const settings: DeskSettings = {
    lockAfterDays,
    remindAfterDays,
    closeUnansweredAfterDays,
    closesByItself: closeUnansweredAfterDays !== null && typed.closesByItself,
    pausing: typed.pausing,
    riskFraction: risk / 100,
    priorityMatrix: typed.priorityMatrix,
    attachmentMegabytes: whole(typed.attachmentMegabytes),
    attachmentCount: whole(typed.attachmentCount),
    attachmentKinds: typed.attachmentKinds,
  };
  return { settings, issues: [...issues, ...crowd] };
}

/** Only what differs from what is in force. */
export const changesIn = (settings: DeskSettings, inForce: DeskSettings): Partial<DeskSettings> =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(inForce[name as keyof DeskSettings]),
    ),
  );
