import { DEFAULT_POLICY, dayNumber, dayStart, instrumentOf, parseDay, toDay, VISITOR, type Score } from '../../domain';
import type { Caller } from '../database/caller';
import { UID } from '../database/content-types';
import { connection } from '../database/transaction';
import { submitSurvey } from '../surveys/answer';
import type { Desk } from '../desk/desk';
import { periodById } from '../surveys/rows';
import { readSeed } from './files';

/** `jawaban` are nine digits, U1 to U9; `profil` follows the questionnaire's order, null where somebody did not say. */
interface SeedSurvey {
  readonly populasi: number;
  readonly jawaban: readonly {
    readonly nilai: string;
    readonly profil: readonly (string | null)[];
    readonly saran?: string;
  }[];
}

const INSTRUMENT = 'SKM-2017';
const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** The quarter that many quarters away from the one that holds this day. */
function quarterAt(day: number, away: number): { name: string; startsOn: string; endsOn: string } {
  const [year = 1970, month = 1] = toDay(day).split('-').map(Number);
  const start = new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 + away * 3, 1));
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 3, 0));
  return {
    name: `Survei Kepuasan Triwulan ${ROMAN[start.getUTCMonth() / 3]} ${start.getUTCFullYear()}`,
    startsOn: start.toISOString().slice(0, 10),
    endsOn: end.toISOString().slice(0, 10),
  };
}

/**
 * The present quarter's survey, still open, and the one before it with its answers, given through the use case on the
 * days of that quarter.
 */
export async function seedSurveys(desk: Desk, dir: string, now: number): Promise<void> {
  const { populasi, jawaban } = await readSeed<SeedSurvey>(dir, 'survei-contoh');
  const today = dayNumber(now);
  const make = async (away: number): Promise<number> => {
    const { id } = await desk.strapi
      .documents(UID.surveyPeriod)
      .create({ data: { ...quarterAt(today, away), instrument: INSTRUMENT, isActive: true, population: populasi } });
    return Number(id);
  };
  const before = await periodById(connection(desk.strapi), await make(-1));
  await make(0);
  const { elements, profile } = instrumentOf(INSTRUMENT);
  for (const [index, { nilai, profil, saran }] of jawaban.entries()) {
    const at = dayStart(parseDay(before.starts_on) + 7 + index * 2);
    const caller: Caller = {
      actor: VISITOR,
      policy: DEFAULT_POLICY,
      now: at,
      language: 'id',
      address: null,
      requestId: 'demo:survey',
      idempotencyKey: null,
    };
    await submitSurvey(desk, caller, {
      token: before.token,
      suggestion: saran ?? null,
      answers: Object.fromEntries(elements.map(({ code }, place) => [code, Number(nilai[place]) as Score])),
      profile: Object.fromEntries(
        profile.flatMap(({ key }, place) => {
          const group = profil[place];
          return group ? [[key, group]] : [];
        }),
      ),
    });
  }
}
