/** Pixels of the dashboard's small letters, in three classes: a panel is laid out before any browser has measured a word. */
const NARROW = /[ijlI .,'’|]/u;
const SLIM = /[frt()/1-]/u;
const BROAD = /[mwMW&@]|[OQCG]/u;
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (NARROW.test(letter) ? 3.5 : SLIM.test(letter) ? 5.5 : BROAD.test(letter) ? 12 : 8.7),
    0,
  );

/** Lines a name takes where a line has so many pixels; a word is broken only when it alone is wider. */
export function linesIn(name: string, pixels: number): number {
  let [lines, used] = [1, 0];
  for (const word of name.split(/\s+/)) {
    const width = widthOf(word);
    if (used > 0 && used + widthOf(' ') + width > pixels) [lines, used] = [lines + 1, 0];
    lines += Math.max(0, Math.ceil(width / pixels) - 1);
    used += (used > 0 ? widthOf(' ') : 0) + (width % pixels);
  }
  return lines;
}

/** Pixels of a line of a name, and of what each row has around it. */
const LINE = 17.5;
const AROUND = 9.6;
const FEWEST = 2;

/**
 * The most of `rows` that fit into `pixels` with their whole names: long ones leave room for fewer rows. `last` keeps its
 * place at the end where it is not among them.
 */
export function rowsThatFit<Row extends { readonly label: string }>(
  rows: readonly Row[],
  last: Row | undefined,
  { most, pixels, line }: { readonly most: number; readonly pixels: number; readonly line: number },
): Row[] {
  const shown = (many: number): Row[] => {
    const first = rows.slice(0, many);
    return !last || first.includes(last) ? first : [...first.slice(0, -1), last];
  };
  const height = (many: number): number =>
    shown(many).reduce((sum, { label }) => sum + AROUND + LINE * linesIn(label, line), 0);
  let many = most;
  while (many > FEWEST && height(many) > pixels) many -= 1;
  return shown(many);
}
