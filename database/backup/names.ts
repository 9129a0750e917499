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

/** The backups among these names, newest first. */
export const inOrder = (names: readonly string[]): string[] =>
  names.filter((name) => momentOf(name) !== null).sort((a, b) => (momentOf(b) ?? 0) - (momentOf(a) ?? 0));

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

/**
 * Which of the backups here belong there too: the newest, and those of nights since the last that lies there, on which the
 * place could not be reached. Where backups are locked (`isLocked`), none leaves that was made before they were.
 */
export function missingThere(here: readonly string[], there: readonly string[], isLocked: boolean): string[] {
  const [newest] = inOrder(here);
  const last = momentOf(inOrder(there)[0] ?? '');
  return inOrder(here).filter((name) => {
    const isWanted = last === null ? name === newest : (momentOf(name) ?? 0) > last;
    return isWanted && (!isLocked || name.endsWith('.age'));
  });
}
