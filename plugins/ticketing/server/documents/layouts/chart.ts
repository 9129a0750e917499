import { SERIES_COLOURS, TONE_COLOURS, type ReportChart } from '../../../domain';

/** Points. */
const ROW = 17;
const BAR = 11;
const LABELS = 0.36;
const HEIGHT = 170;
const FOOT = 34;
const LEFT = 34;
/** The colour of a line or bar; on a copy in black and white lines differ by dashes and marks. */
const colourOf = ({ tones }: ReportChart, place: number, line = 0): string => {
  const tone = tones[place];
  return tone ? TONE_COLOURS[tone] : (SERIES_COLOURS[line] ?? SERIES_COLOURS[0]);
};
const DASHES = ' stroke-dasharray="4 2"';
const GREY = '#c9d3d4';
const FONT = 'font-family="Arimo" font-size="8"';

const numbers = new Intl.NumberFormat('id-ID');
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
/** About as much as fits into that many points of eight-point type. */
const fitting = (text: string, points: number): string => {
  const most = Math.floor(points / 4.2);
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
};
const label = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start'): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${FONT} text-anchor="${anchor}" fill="#1d2b2e">${escaped(text)}</text>`;

/** The round number an axis ends at. */
function ceiling(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= most) ?? most;
}

function bars(chart: ReportChart, width: number): { svg: string; height: number } {
  const { labels, series } = chart;
  const values = series[0]?.values ?? [];
  const most = Math.max(1, ...values);
  const left = width * LABELS;
  const room = width - left - 36;
  const body = labels.flatMap((name, place) => {
    const value = values[place] ?? 0;
    const [y, length] = [place * ROW, (value / most) * room];
    return [
      label(left - 6, y + BAR - 1, fitting(name, left - 8), 'end'),
      `<rect x="${left.toFixed(1)}" y="${y + 1}" width="${length.toFixed(1)}" height="${BAR}" fill="${colourOf(chart, place)}"/>`,
      // Beside the bar: a number inside a short one would be cut.
      label(left + length + 4, y + BAR - 1, numbers.format(value)),
    ];
  });
  const height = labels.length * ROW + 4;
  return { svg: body.join(''), height };
}

function lines(chart: ReportChart, width: number): { svg: string; height: number } {
  const { labels, series } = chart;
  const end = ceiling(Math.max(1, ...series.flatMap(({ values }) => values)));
  const [right, bottom] = [width - 20, HEIGHT - FOOT];
  const x = (place: number) => LEFT + ((right - LEFT) * place) / Math.max(1, labels.length - 1);
  const y = (value: number) => bottom - ((bottom - 8) * value) / end;
  const ticks = [0, end / 2, end].filter(Number.isInteger);
  const every = Math.max(1, Math.ceil(labels.length / 12));
  const grid = ticks.map(
    (tick) =>
      `<line x1="${LEFT}" x2="${right}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="${GREY}" stroke-width="0.6"/>` +
      label(LEFT - 5, y(tick) + 3, numbers.format(tick), 'end'),
  );
  const months = labels.map((name, place) =>
    place % every === 0
      ? label(x(place), bottom + 12, name.replace(/^(\p{L}{3})\p{L}* \d\d(\d\d)$/u, '$1 $2'), 'middle')
      : '',
  );
  const stroke = (place: number): string =>
    `stroke="${colourOf(chart, place, place)}" stroke-width="1.6"${place === 0 ? '' : DASHES}`;
  // Filled circles on the first line, open squares on the next.
  const mark = (at: number, height: number, place: number): string => {
    const colour = colourOf(chart, place, place);
    return place === 0
      ? `<circle cx="${at.toFixed(1)}" cy="${height.toFixed(1)}" r="2.2" fill="${colour}"/>`
      : `<rect x="${(at - 2).toFixed(1)}" y="${(height - 2).toFixed(1)}" width="4" height="4" fill="#ffffff" stroke="${colour}"/>`;
  };
  const drawn = series.map(({ values }, place) => {
    const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const marks = values.map((value, at) => mark(x(at), y(value), place));
    return `<polyline points="${points}" fill="none" ${stroke(place)}/>${marks.join('')}`;
  });
  const legend = series.map(({ name }, place) => {
    const at = LEFT + place * 170;
    const height = HEIGHT - 8;
    return (
      `<line x1="${at}" x2="${at + 18}" y1="${height}" y2="${height}" ${stroke(place)}/>` +
      mark(at + 9, height, place) +
      label(at + 23, HEIGHT - 5, name)
    );
  });
  return { svg: [...grid, ...months, ...drawn, ...legend].join(''), height: HEIGHT };
}

/** The picture of a report, drawn here: `width` in points. */
export function chartSvg(chart: ReportChart, width: number): string {
  const { svg, height } = chart.kind === 'bars' ? bars(chart, width) : lines(chart, width);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${svg}</svg>`;
}
