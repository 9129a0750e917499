const NAME = /^ticketing-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.tar(\.age)?$/;
/** The name of a backup of a moment, in UTC: names in their order are backups in their order. */
export const nameAt = (at: Date, isEncrypted: boolean): string =>
  `ticketing-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.tar${isEncrypted ? '.age' : ''}`;
/** The moment a backup was begun by its name, epoch milliseconds; null when the name is none of ours. */
export function momentOf(name: string): number | null {
  const found = NAME.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

const DAY_MS = 86_400_000;
/** Requirement 3.7: what is younger is never removed, whatever a setting says. */
export const FEWEST_DAYS = 30;

export interface Keep {
  readonly days: number;
  /** So many are kept whatever their age. */
  readonly atLeast: number;
}

/** Which of these backups may go: older than the days, and not among the newest that are kept anyway. Others' files stay. */
export function outlived(names: readonly string[], now: number, { days, atLeast }: Keep): string[] {
  const oldest = now - Math.max(FEWEST_DAYS, days) * DAY_MS;
  return names
    .flatMap((name) => {
      const at = momentOf(name);
      return at === null ? [] : [{ name, at }];
    })
    .sort((a, b) => b.at - a.at)
    .slice(Math.max(1, atLeast))
    .filter(({ at }) => at < oldest)
    .map(({ name }) => name);
}
