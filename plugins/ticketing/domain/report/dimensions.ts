/**
 * What rows of a report may stand for. `filter` is the parameter of `/tickets` and of `/reports` that narrows to a row;
 * `code` is what stands in a cell's `code`. Where `none` is said, tickets that belong to nobody have a row of their own.
 * `month` is the month in WIB of the date that decides over a number.
 */
export interface Dimension {
  readonly version: number;
  readonly filter: string | null;
  readonly none: boolean;
  /** `asListed` keeps the order of the city's own list; `most` begins with the greatest number. */
  readonly order: 'asListed' | 'most';
}

export const DIMENSIONS = {
  status: { version: 1, filter: 'status', none: false, order: 'asListed' },
  skpd: { version: 1, filter: 'skpd', none: false, order: 'most' },
  category: { version: 1, filter: 'category', none: false, order: 'most' },
  service: { version: 1, filter: 'service', none: false, order: 'most' },
  priority: { version: 1, filter: 'priority', none: false, order: 'asListed' },
  channel: { version: 1, filter: 'channel', none: false, order: 'asListed' },
  officer: { version: 1, filter: 'assignee', none: true, order: 'most' },
  team: { version: 1, filter: 'team', none: true, order: 'most' },
  month: { version: 1, filter: null, none: false, order: 'asListed' },
} as const satisfies Record<string, Dimension>;
export type DimensionId = keyof typeof DIMENSIONS;
export const DIMENSION_IDS = Object.keys(DIMENSIONS) as DimensionId[];

/** The code of the row of what belongs to nobody, and the value of the filter that lists it. */
export const NOBODY = 'none';
