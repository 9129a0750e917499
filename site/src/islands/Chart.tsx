import type { ApexOptions } from 'apexcharts';
import { useEffect, useState, type ComponentType, type CSSProperties } from 'react';
import type { StatusTone } from 'strapi-plugin-ticketing/domain';

export interface ChartProps {
  kind: 'donut' | 'bar' | 'stacked' | 'line';
  labels: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
  /** Of each line, of each bar: the status it stands for, which has the colour it has everywhere else. */
  tones?: readonly (StatusTone | null)[];
  lang: 'id' | 'en';
  /** Pixels, or what its place leaves it; as high as its kind needs unless said. */
  height?: number | 'rest';
  /** Lets the chart add its own style sheet under the page's content security policy. */
  nonce: string;
}

type Apex = ComponentType<{
  type: 'donut' | 'bar' | 'area';
  height: number | string;
  width: string;
  options: ApexOptions;
  series: ApexOptions['series'];
}>;
/** The library is CommonJS, which bundlers wrap once or twice. */
const componentOf = (module: object): Apex => {
  let inner: unknown = module;
  while (typeof inner === 'object' && inner !== null && 'default' in inner) inner = inner.default;
  return inner as Apex;
};
const COLOURS = 7;
/** Pixels where the page's own are 16. */
const LETTERS = 13;
const SCHEME = '(prefers-color-scheme: dark)';

/** The portal's own colours, whichever scheme is on. */
function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    series: Array.from({ length: COLOURS }, (_, index) => read(`--chart-${index + 1}`)),
    toned: (tone: StatusTone) => read(`--status-${tone}`),
    ink: read('--ink'),
    soft: read('--ink-soft'),
    line: read('--line'),
    surface: read('--surface'),
    // As large as the page's letters are on this screen.
    letters: `${(LETTERS * parseFloat(style.fontSize)) / 16}px`,
    isDark: matchMedia(SCHEME).matches,
  };
}
type Palette = ReturnType<typeof palette>;

/** How much a screen has room for. */
interface Room {
  /** Letters of a bar's name on one line: as many as fit beside it. */
  line: number;
  /** Pixels a name may take from its bar at most. */
  name: number;
  /** What the longest bar leaves for its own number, as a factor. */
  headroom: number;
  /** Numbers along the axis; as many as are nice unless said. */
  ticks?: number;
}
const WIDE: Room = { line: 20, name: 230, headroom: 1.15 };
const NARROW: Room = { line: 15, name: 160, headroom: 1.4, ticks: 3 };
const PHONE = '(max-width: 40rem)';

/** A word, or the pieces of one that no line has room for. */
const piecesOf = (word: string, line: number): string[] =>
  word.length <= line + 2 ? [word] : (word.match(new RegExp(`.{1,${line}}`, 'gu')) ?? []);
/** A bar's whole name, in as many lines as it takes. */
function linesOf(name: string, { line }: Room): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).flatMap((each) => piecesOf(each, line))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= line) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
const BAR = 34;
const TEXT = 17;
function heightOf({ kind, labels, height }: ChartProps, room: Room): number | '100%' {
  if (height === 'rest') return '100%';
  if (height !== undefined || (kind !== 'bar' && kind !== 'stacked')) return height ?? 300;
  // All bars are as high as the longest name needs.
  const most = Math.max(1, ...labels.map((label) => linesOf(label, room).length));
  return Math.max(160, 70 + labels.length * Math.max(BAR, 8 + most * TEXT));
}

const coloursOf = (tones: ChartProps['tones'], many: number, { series, toned }: Palette): string[] =>
  Array.from({ length: many }, (_, index) => {
    const tone = tones?.[index];
    return tone ? toned(tone) : (series[index % COLOURS] ?? '');
  });

function optionsOf(
  { kind, labels, series, tones, lang, nonce }: ChartProps,
  colours: Palette,
  room: Room,
): ApexOptions {
  const isRound = kind === 'donut';
  const isLying = kind === 'bar' || kind === 'stacked';
  // Bars that each stand for a status have each a colour.
  const isToned = kind === 'bar' && !!tones?.some((tone) => tone !== null);
  const numbers = new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB');
  const whole = (value: number | string) => (typeof value === 'number' ? numbers.format(value) : value);
  // Tickets come in whole numbers; a tick between two of them says nothing.
  // A name in several lines stays as it is.
  const axis = (value: number | string | string[]): string | string[] =>
    Array.isArray(value) ? value : typeof value === 'number' && !Number.isInteger(value) ? '' : String(whole(value));
  return {
    chart: {
      nonce,
      background: 'transparent',
      fontFamily: 'inherit',
      foreColor: colours.soft,
      toolbar: { show: false },
      zoom: { enabled: false },
      stacked: kind === 'stacked',
      animations: { enabled: false },
      parentHeightOffset: 0,
      accessibility: { enabled: false },
    } as ApexOptions['chart'] & object,
    theme: { mode: colours.isDark ? 'dark' : 'light' },
    colors: coloursOf(tones, isToned ? labels.length : COLOURS, colours),
    dataLabels: {
      enabled: isLying,
      // Beside a bar and never inside, where a short one would cut it.
      textAnchor: 'start',
      offsetX: 4,
      style: { fontSize: colours.letters, colors: [colours.ink] },
      formatter: (value: number) => (value ? whole(value) : ''),
    },
    stroke: isRound ? { colors: [colours.surface], width: 2 } : { width: kind === 'line' ? 3 : 0, curve: 'straight' },
    fill: { type: 'solid', opacity: kind === 'line' ? 0.12 : 1 },
    markers: { size: kind === 'line' ? 5 : 0, shape: ['circle', 'square', 'triangle'] },
    grid: { borderColor: colours.line, xaxis: { lines: { show: isLying } }, yaxis: { lines: { show: !isLying } } },
    legend: {
      show: isRound || series.length > 1,
      position: 'bottom',
      fontSize: colours.letters,
      labels: { colors: colours.ink },
    },
    plotOptions: {
      bar: {
        horizontal: true,
        distributed: isToned,
        barHeight: '70%',
        borderRadius: 3,
        dataLabels: { position: 'top' },
      },
      pie: { donut: { size: '62%' } },
    },
    tooltip: { theme: colours.isDark ? 'dark' : 'light', y: { formatter: whole } },
    ...(isRound
      ? { labels: [...labels] }
      : {
          xaxis: {
            categories: isLying ? labels.map((label) => linesOf(label, room)) : [...labels],
            labels: { formatter: axis, style: { fontSize: colours.letters } },
          },
          yaxis: {
            labels: { maxWidth: room.name, formatter: axis, style: { fontSize: colours.letters } },
            // The longest bar leaves room for its own number.
            ...(isLying
              ? {
                  max: (most: number) => Math.ceil(most * room.headroom),
                  ...(room.ticks && { tickAmount: room.ticks }),
                }
              : { min: 0 }),
            forceNiceScale: true,
          },
        }),
  };
}

/** A chart in what is left of a column is as high as that, and never makes it higher. */
const REST = { flex: 1, minHeight: '11rem', position: 'relative' } as const;
/** The page is made before anybody knows how wide the screen is: it keeps the room that either will need. */
const roomFor = (props: ChartProps): CSSProperties =>
  ({ '--wide': `${heightOf(props, WIDE)}px`, '--narrow': `${heightOf(props, NARROW)}px` }) as CSSProperties;
const WITHIN = { position: 'absolute', inset: 0 } as const;

/**
 * A chart beside its table. The table says it all; so the chart is a picture that assistive technology may pass over.
 */
export default function Chart(props: ChartProps) {
  const [apex, setApex] = useState<{ Apex: Apex } | null>(null);
  const [colours, setColours] = useState<Palette | null>(null);
  const [room, setRoom] = useState(WIDE);
  useEffect(() => {
    // The library draws in a browser only, and is fetched once the page itself is there.
    void import('react-apexcharts').then((module) => setApex({ Apex: componentOf(module) }));
    const scheme = matchMedia(SCHEME);
    const phone = matchMedia(PHONE);
    const repaint = () => {
      setColours(palette());
      setRoom(phone.matches ? NARROW : WIDE);
    };
    repaint();
    scheme.addEventListener('change', repaint);
    phone.addEventListener('change', repaint);
    return () => {
      scheme.removeEventListener('change', repaint);
      phone.removeEventListener('change', repaint);
    };
  }, []);

  const height = heightOf(props, room);
  const { kind, series } = props;
  const data =
    kind === 'donut' ? [...(series[0]?.values ?? [])] : series.map(({ name, values }) => ({ name, data: [...values] }));
  return (
    <div className="chart" style={height === '100%' ? REST : roomFor(props)} aria-hidden="true" data-chart={kind}>
      {apex && colours && (
        <div style={height === '100%' ? WITHIN : undefined}>
          <apex.Apex
            key={`${colours.isDark}.${room.line}`}
            type={kind === 'donut' ? 'donut' : kind === 'line' ? 'area' : 'bar'}
            height={height}
            width="100%"
            options={optionsOf(props, colours, room)}
            series={data}
          />
        </div>
      )}
    </div>
  );
}
