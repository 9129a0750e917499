import {
  DAY_MS,
  HOUR_MS,
  IMPACTS,
  MINUTE_MS,
  URGENCIES,
  wibYear,
  type Impact,
  type Urgency,
} from 'strapi-plugin-ticketing/domain';
import type { City, Person, ServiceOf } from './office';
import type { Chance } from './random';

/** One thing somebody did to a ticket, at an instant (epoch ms). */
export type Step = { readonly at: number; readonly by: Person } & (
  | { readonly does: 'claim' | 'resume' }
  | { readonly does: 'askRequester'; readonly question: string }
  | { readonly does: 'comment'; readonly body: string; readonly internal?: true }
  | { readonly does: 'waitThirdParty'; readonly party: string; readonly reason: string }
  | { readonly does: 'resolve'; readonly summary: string; readonly workDone: string; readonly effortMinutes: number }
  | { readonly does: 'reject' | 'cancel' | 'reopen'; readonly reason: string }
  | { readonly does: 'rate'; readonly rating: number }
);
/** A ticket as people lived it. */
export interface Life {
  readonly number: string;
  readonly at: number;
  readonly by: Person;
  readonly service: ServiceOf;
  readonly skpd: { readonly id: number; readonly code: string };
  readonly title: string;
  readonly description: string;
  readonly impact: Impact;
  readonly urgency: Urgency;
  readonly channel: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string | null };
  readonly form: readonly { readonly key: string; readonly label: string; readonly value: unknown }[];
  /** When what was asked for takes place, where it is an event. */
  readonly event?: { readonly start: number; readonly end: number };
  readonly steps: readonly Step[];
}

const PLACES = ['loket', 'ruang rapat', 'aula', 'gudang', 'ruang arsip', 'pos jaga', 'laboratorium', 'perpustakaan'];
const TROUBLES = [
  'tidak dapat dibuka',
  'sangat lambat',
  'putus sejak pagi',
  'perlu dipasang',
  'perlu diperbarui',
  'galat',
];
const QUESTIONS = [
  'Mohon lengkapi nama gedung dan lantai.',
  'Apakah lampu perangkat menyala merah?',
  'Sejak kapan terjadi?',
];
const ANSWERS = ['Sudah kami lengkapi.', 'Ya, menyala merah.', 'Sejak Senin pagi.'];
const WORK = [
  'Kabel diganti dan sambungan diuji.',
  'Konfigurasi diperbaiki.',
  'Akun diatur ulang.',
  'Perangkat diganti.',
];
const CHANNELS = ['WEB', 'WEB', 'WEB', 'WEB', 'WHATSAPP', 'WHATSAPP', 'PHONE', 'EMAIL', 'WALK_IN'];

/** An hour of the office's day; Saturday and Sunday are moved to Monday, as people do. */
function workingMoment(chance: Chance, day: number): number {
  const weekday = new Date(day).getUTCDay();
  const moved = weekday === 6 ? day + 2 * DAY_MS : weekday === 0 ? day + DAY_MS : day;
  return Math.floor(moved / DAY_MS) * DAY_MS + 30 * MINUTE_MS + Math.floor(chance.next() * 8 * HOUR_MS);
}

/** What follows on a ticket that was filed, as far as time has come. */
function stepsOf(
  chance: Chance,
  city: City,
  { at: filed, by: clerk, service, event }: Pick<Life, 'at' | 'by' | 'service' | 'event'>,
  now: number,
): Step[] {
  const officer = chance.skewed(city.officersOf.get(service.team) ?? city.officers);
  const steps: Step[] = [];
  let at = filed;
  const later = (median: number): number => (at += chance.minutes(median) * MINUTE_MS);
  if (!service.isWorkable || chance.happens(0.05)) {
    const isOwn = clerk.kind === 'portal' && chance.happens(0.45);
    steps.push(
      isOwn
        ? { at: later(300), by: clerk, does: 'cancel', reason: 'Sudah tidak diperlukan.' }
        : { at: later(400), by: officer, does: 'reject', reason: 'Di luar ruang lingkup layanan.' },
    );
    return steps.filter((step) => step.at < now);
  }
  steps.push({ at: later(90), by: officer, does: 'claim' });
  if (chance.happens(0.3))
    steps.push({ at: later(40), by: officer, does: 'comment', body: 'Sedang kami periksa di lapangan.' });
  if (chance.happens(0.3))
    steps.push({
      at: later(30),
      by: officer,
      does: 'comment',
      body: 'Cek titik distribusi lantai dua.',
      internal: true,
    });
  if (chance.happens(0.22) && clerk.kind === 'portal') {
    steps.push({ at: later(60), by: officer, does: 'askRequester', question: chance.one(QUESTIONS) });
    steps.push({ at: later(600), by: clerk, does: 'comment', body: chance.one(ANSWERS) });
  }
  if (chance.happens(0.08)) {
    steps.push({
      ...{ at: later(120), by: officer, does: 'waitThirdParty' },
      ...{ party: 'Penyedia layanan', reason: 'Menunggu teknisi.' },
    });
    steps.push({ at: later(1500), by: officer, does: 'resume' });
  }
  if (event) at = Math.max(at, event.end);
  const result = () => ({ summary: chance.one(WORK), workDone: 'Diperiksa, diperbaiki, diuji.' });
  steps.push({ at: later(700), by: officer, does: 'resolve', ...result(), effortMinutes: chance.minutes(60) });
  if (chance.happens(0.03) && clerk.kind === 'portal') {
    steps.push({ at: later(200), by: clerk, does: 'reopen', reason: 'Terjadi lagi.' });
    steps.push({ at: later(500), by: officer, does: 'resolve', ...result(), effortMinutes: chance.minutes(40) });
  }
  if (chance.happens(0.4) && clerk.kind === 'portal')
    steps.push({ at: later(120), by: clerk, does: 'rate', rating: chance.one([4, 4, 4, 3, 3, 2, 1]) });
  return steps.filter((step) => step.at < now);
}

/** So many lives over ten years up to `now` (epoch ms), more of them each year, in the order in which they were filed. */
export function* livesOf(chance: Chance, city: City, count: number, now: number): Generator<Life> {
  const years = 10 * 365.25 * DAY_MS;
  const numbers = new Map<number, number>(city.lastNumbers);
  for (let index = 0; index < count; index += 1) {
    const part = (index + 1) / (count + 1);
    const filed = Math.min(workingMoment(chance, now - years * (1 - part ** 0.7)), now - (count - index) - 1);
    const service = chance.skewed(city.services);
    const skpd = chance.skewed(city.skpd);
    const channel = chance.one(CHANNELS);
    const clerk = chance.one(city.clerksOf.get(skpd.id) ?? city.clerks);
    const by = channel === 'WEB' ? clerk : chance.one(city.coordinators);
    const year = wibYear(filed);
    const start = filed + chance.within(3, 20) * DAY_MS;
    const event = service.target.mode === 'EVENT' ? { event: { start, end: start + 3 * HOUR_MS } } : {};
    numbers.set(year, (numbers.get(year) ?? 0) + 1);
    const [place, trouble] = [chance.one(PLACES), chance.one(TROUBLES)];
    yield {
      number: `TIK-${year}-${String(numbers.get(year)).padStart(5, '0')}`,
      at: filed,
      by,
      service,
      skpd,
      title: `${service.name} ${trouble} di ${place} ${chance.within(1, 97)}`,
      description: `Mohon bantuan: ${service.name.toLowerCase()} ${trouble} di ${place}. Pelayanan masyarakat terganggu.`,
      impact: chance.one(IMPACTS),
      urgency: chance.one(URGENCIES),
      channel,
      contact: { name: clerk.name, phone: clerk.phone, email: clerk.email },
      form: service.fields.map(({ key, label }) => ({ key, label, value: 'Sesuai uraian permintaan' })),
      ...event,
      steps: stepsOf(chance, city, { at: filed, by, service, ...event }, now),
    };
  }
}
