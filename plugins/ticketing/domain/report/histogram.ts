/**
 * Durations in classes, so that medians of months add up to medians of years. A duration lies in the first class whose
 * edge (minutes) it does not exceed; what is longer than the last edge lies in the last class.
 */
export const DURATION_EDGES = [
  1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 450, 540, 675, 900, 1125, 1350, 1575,
  1800, 2250, 2700, 3375, 4050, 4500, 5625, 6750, 7875, 9000, 11250, 13500, 15750, 18000, 22500, 27000, 33750, 45000,
  67500, 90000, 135000, 270000, 540000,
] as const;

/** How many durations lie in the class with each edge, by edge. */
export type Histogram = Readonly<Record<string, number>>;

/** So many digits has each class in a histogram that is one number; the first class has the last ones. */
const CLASS_DIGITS = 12;

/** The histogram that stands in such a number (`database/sql/087-ticket-sums.sql`), as decimal digits. */
export function histogramFrom(digits: string): Histogram {
  const histogram: Record<string, number> = {};
  DURATION_EDGES.forEach((edge, place) => {
    const end = digits.length - place * CLASS_DIGITS;
    const count = end > 0 ? Number(digits.slice(Math.max(0, end - CLASS_DIGITS), end)) : 0;
    if (count > 0) histogram[edge] = count;
  });
  return histogram;
}

export const edgeOf = (minutes: number): number =>
  DURATION_EDGES.find((edge) => minutes <= edge) ?? (DURATION_EDGES.at(-1) as number);

export const sumOfHistograms = (histograms: readonly Histogram[]): Histogram => {
  const sum: Record<string, number> = {};
  for (const histogram of histograms)
    for (const [edge, count] of Object.entries(histogram)) sum[edge] = (sum[edge] ?? 0) + count;
  return sum;
};

/** The least edge that so many percent did not exceed: "half took at most so long". Null of none. */
export function quantileOf(histogram: Histogram, percent: 50 | 90): number | null {
  const classes = Object.entries(histogram)
    .map(([edge, count]) => [Number(edge), count] as const)
    .sort(([a], [b]) => a - b);
  const all = classes.reduce((sum, [, count]) => sum + count, 0);
  let reached = 0;
  for (const [edge, count] of classes) {
    reached += count;
    if (count > 0 && reached * 100 >= all * percent) return edge;
  }
  return null;
}
