/** Letters beyond this are not looked at: a mail program's styles take room too. */
const LONGEST = 1_000_000;
/** What begins and ends on a line of its own. */
const BLOCKS = new Set(
  'address article blockquote div dl fieldset h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(' '),
);
/** What holds no words for people. */
const SILENT = new Set(['head', 'script', 'style', 'title']);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['nbsp', ' '],
  ] as const),
  ...([
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['ndash', '–'],
    ['mdash', '—'],
  ] as const),
  ...([
    ['hellip', '…'],
    ['bull', '•'],
  ] as const),
]);
const MOST_POINT = 0x10ffff;

const signOf = (point: number): string => (point > 0 && point <= MOST_POINT ? String.fromCodePoint(point) : '');
const decoded = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi,
    (whole, hex?: string, digits?: string, name?: string) =>
      name === undefined
        ? signOf(Number.parseInt(hex ?? digits ?? '', hex === undefined ? 10 : 16))
        : (ENTITIES.get(name.toLowerCase()) ?? whole),
  );

/**
 * The words of a mail that is HTML alone, line by line. What is quoted in it becomes one quoted line. Its time grows with
 * its length alone, whatever it holds; it is no page, and nothing of it is ever shown as HTML.
 */
export function textOfHtml(given: string): string {
  const html = given.slice(0, LONGEST);
  const small = html.toLowerCase();
  const pieces: string[] = [];
  let [at, quotes] = [0, 0];
  const say = (text: string): void => {
    // The white space between two tags that begin a line is nobody's.
    const isNothing = text === '' || (text === ' ' && (pieces.at(-1) ?? '\n') === '\n');
    if (quotes === 0 && !isNothing) pieces.push(text);
  };
  const newLine = (): void => {
    if (pieces.length > 0 && pieces.at(-1) !== '\n') say('\n');
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    say(decoded(html.slice(at, open < 0 ? undefined : open).replaceAll(/\s+/g, ' ')));
    if (open < 0) break;
    const isComment = html.startsWith('<!--', open);
    const close = isComment ? html.indexOf('-->', open + 4) : html.indexOf('>', open);
    if (close < 0) break;
    at = close + (isComment ? 3 : 1);
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]{0,15})/.exec(small.slice(open, open + 18)) ?? [];
    if (SILENT.has(name) && !slash) {
      const end = small.indexOf(`</${name}`, at);
      if (end < 0) break;
      at = end;
    } else if (name === 'blockquote') {
      newLine();
      if (!slash && quotes === 0) pieces.push('>', '\n');
      quotes = Math.max(0, quotes + (slash ? -1 : 1));
    } else if (name === 'br') say('\n');
    else if (BLOCKS.has(name)) {
      newLine();
      if (name === 'p' && slash) say('\n');
    }
  }
  return pieces.join('').replaceAll(/[^\S\n]*\n[^\S\n]*/g, '\n');
}
