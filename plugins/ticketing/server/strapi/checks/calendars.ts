import { areCrossed, HOLIDAY_YEARS, isHolidayYear, minuteOfDay } from '../../../domain';
import type { Fault, Save } from './fault';

/** What an editor types into a repeatable part; anything may be missing while it is typed. */
type Part = Readonly<Record<string, unknown>>;
interface Hours {
  readonly place: string;
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

const partsOf = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as readonly Part[]) : []);
const typed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const dayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? String(weekday);

function faultOf({ weekday, opens, closes }: Part, place: string): Fault | null {
  if (!Number.isInteger(Number(weekday)) || Number(weekday) < 1 || Number(weekday) > 7)
    return { field: `${place}.weekday`, message: 'Hari diisi angka 1 sampai 7: 1 = Senin, 7 = Minggu.' };
  if (!CLOCK.test(typed(opens)))
    return { field: `${place}.opens`, message: 'Jam buka ditulis seperti 07:30, antara 00:00 dan 23:59.' };
  if (!CLOCK.test(typed(closes)) && typed(closes) !== '24:00')
    return { field: `${place}.closes`, message: 'Jam tutup ditulis seperti 16:00, paling akhir 24:00.' };
  if (minuteOfDay(typed(opens)) >= minuteOfDay(typed(closes)))
    return {
      field: `${place}.closes`,
      message:
        `Jam tutup ${typed(closes)} harus sesudah jam buka ${typed(opens)}. ` +
        'Jaga malam ditulis sebagai dua jam buka pada dua hari.',
    };
  return null;
}

/** Each stretch by itself, then each against the ones before it on its day. */
function slotsOf(value: unknown, place: string): Fault[] {
  const faults: Fault[] = [];
  const sound: Hours[] = [];
  partsOf(value).forEach((slot, index) => {
    const at = `${place}.${index}`;
    const fault = faultOf(slot, at);
    if (fault) {
      faults.push(fault);
      return;
    }
    const hours: Hours = {
      place: at,
      weekday: Number(slot['weekday']),
      from: minuteOfDay(typed(slot['opens'])),
      to: minuteOfDay(typed(slot['closes'])),
    };
    const other = sound.find((each) => each.weekday === hours.weekday && areCrossed(each, hours));
    if (other)
      faults.push({
        field: `${at}.opens`,
        message:
          `Dua jam buka pada hari ${dayName(hours.weekday)} saling bertumpuk. ` +
          'Ubah salah satunya; istirahat adalah jeda di antara keduanya.',
      });
    sound.push(hours);
  });
  return faults;
}

function periodsOf(value: unknown): Fault[] {
  return partsOf(value).flatMap(({ startsOn, endsOn, slots }, index): Fault[] => {
    const place = `periods.${index}`;
    const [from, to] = [typed(startsOn), typed(endsOn)];
    const isBackwards = from !== '' && to !== '' && from > to;
    return [
      ...(isBackwards
        ? [
            {
              field: `${place}.endsOn`,
              message: 'Hari terakhir periode mendahului hari pertamanya. Pilih hari yang sama atau sesudahnya.',
            },
          ]
        : []),
      ...slotsOf(slots, `${place}.slots`),
    ];
  });
}

/** Hours no clock could be made of: overlapping, backwards, or none at all. */
export const calendarFaults = ({ draft: { alwaysOpen, slots, periods } }: Save): Fault[] => [
  ...slotsOf(slots, 'slots'),
  ...periodsOf(periods),
  ...(alwaysOpen !== true && partsOf(slots).length === 0
    ? [
        {
          field: 'slots',
          message:
            'Kalender ini tidak punya jam kerja, sehingga tenggat tidak dapat dihitung. ' +
            'Isi paling sedikit satu jam buka, atau tandai selalu buka.',
        },
      ]
    : []),
];

export function holidayFaults({ draft: { date } }: Save): Fault[] {
  if (typed(date) === '' || isHolidayYear(typed(date))) return [];
  return [
    {
      field: 'date',
      message:
        `Tahun ${typed(date).slice(0, 4)} tampaknya salah ketik. ` +
        `Hari libur dicatat untuk tahun ${HOLIDAY_YEARS.first} sampai ${HOLIDAY_YEARS.last}.`,
    },
  ];
}

const TOO_SLOW =
  'Target tanggapan lebih lama daripada target penyelesaian. ' +
  'Petugas menanggapi lebih dulu, lalu menyelesaikan; perkecil target tanggapan.';
/** An event's resolution counts from its end, its response from the request: there either may be the longer one. */
function promiseFaults({ responseMinutes, resolutionMinutes, mode }: Part, place: string): Fault[] {
  const [response, resolution] = [Number(responseMinutes ?? Number.NaN), Number(resolutionMinutes ?? Number.NaN)];
  return mode !== 'EVENT' && response > resolution ? [{ field: `${place}responseMinutes`, message: TOO_SLOW }] : [];
}
export const priorityFaults = ({ draft }: Save): Fault[] => promiseFaults(draft, '');
export const slaFaults = ({ draft: { sla } }: Save): Fault[] =>
  sla && typeof sla === 'object' ? promiseFaults(sla as Part, 'sla.') : [];
