/** Filters of `/tickets`, by name, as an address writes them. */
export type Filters = Readonly<Record<string, string>>;

/** Filters that the clock alone moves tickets in and out of: of an instant long past nobody kept who fitted them. */
const MOVING = ['overdue', 'dueToday'];
export const isMovingFilter = (filters: Filters): boolean => MOVING.some((name) => filters[name] !== undefined);

/** Both at once; null where no ticket can be in both. Lists of one filter are narrowed to what both name. */
export function bothOf(one: Filters, other: Filters): Filters | null {
  const both: Record<string, string> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const before = both[name];
    if (before === undefined || before === value) both[name] = value;
    else {
      const values = value.split(',').filter((each) => before.split(',').includes(each));
      if (values.length === 0) return null;
      both[name] = values.join(',');
    }
  }
  return both;
}
