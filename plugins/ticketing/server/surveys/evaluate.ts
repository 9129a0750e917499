import {
  instrumentOf,
  mayShowWords,
  questionnaireIn,
  scoreOf,
  SCORES,
  weightOf,
  withheld,
  words,
  type Tallies,
  type Tally,
} from '../../domain';
import type { Answer, Parsed, SurveyPeriod, SurveyResult } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { periodById, periodRows, toPeriod, type PeriodRow } from './rows';
import type { Desk } from '../desk/desk';
import { portalAddress } from '../desk/sender';
import { rowsOf, sql } from '../database/sql';

const UNSAID = 'UNSAID';

/** How often each score was given to each element: what the index is made of. */
async function talliesOf(desk: Desk, { id, instrument }: PeriodRow): Promise<Tallies> {
  const found = await rowsOf<{ code: string; score: number; count: number }>(
    connection(desk.strapi),
    sql`
    select a.key as code, a.value::int as score, count(*)::int as count
    from survey_responses r cross join lateral jsonb_each_text(r.answers) a where r.period_id = ${id} group by 1, 2`,
  );
  const count = (code: string, score: number): number =>
    found.find((row) => row.code === code && row.score === score)?.count ?? 0;
  return Object.fromEntries(
    instrumentOf(instrument).elements.map(({ code }) => [
      code,
      SCORES.map((score) => count(code, score)) as unknown as Tally,
    ]),
  );
}

/** Who answered, in groups large enough to hide in. */
async function profileOf(
  desk: Desk,
  { language }: Caller,
  { id, instrument }: PeriodRow,
): Promise<SurveyResult['profile']> {
  const { profile } = questionnaireIn(language, instrument);
  const found = await rowsOf<{ key: string; code: string; count: number }>(
    connection(desk.strapi),
    sql`
    select k.key, coalesce(r.profile ->> k.key, ${UNSAID}::text) as code, count(*)::int as count
    from survey_responses r cross join unnest(${profile.map(({ key }) => key)}::text[]) as k(key) where r.period_id =
      ${id} group by 1, 2`,
  );
  return profile.map(({ key, question, options }) => {
    const labels = new Map([
      ...options.map(({ code, label }): [string, string] => [code, label]),
      [UNSAID, words(language).unsaid],
    ]);
    const groups = [...labels.keys()].map((code) => ({
      code,
      count: found.find((row) => row.key === key && row.code === code)?.count ?? 0,
    }));
    return {
      key,
      question,
      groups: withheld(groups).map((group) => ({ ...group, label: labels.get(group.code) ?? group.code })),
    };
  });
}

export const listSurveyPeriods = async (desk: Desk, { now }: Caller): Promise<SurveyPeriod[]> =>
  (await periodRows(connection(desk.strapi))).map((row) => toPeriod(row, now, portalAddress(desk)));

/** The IKM of one period with everything it is made of. */
export async function surveyResult(desk: Desk, caller: Caller, id: number): Promise<SurveyResult> {
  const period = await periodById(connection(desk.strapi), id);
  const [tallies, profile] = await Promise.all([talliesOf(desk, period), profileOf(desk, caller, period)]);
  const score = scoreOf(period.instrument, tallies);
  const { elements } = questionnaireIn(caller.language, period.instrument);
  const asked = (code: string) => elements.find((element) => element.code === code);
  // Counted in the same moment as the index: an answer may have come in since the period was read.
  const responses = score?.n ?? 0;
  return {
    period: { ...toPeriod(period, caller.now, portalAddress(desk)), responses },
    score: score && {
      ikm: score.ikm,
      grade: score.grade,
      index: score.index,
      weight: weightOf(period.instrument),
      elements: score.elements.map((element) => ({
        ...element,
        name: asked(element.code)?.name ?? '',
        answers: asked(element.code)?.answers ?? [],
      })),
    },
    profile,
    areWordsWithheld: !mayShowWords(responses),
  };
}

/** What respondents wrote, in no order that would tell when; nothing while too few have answered to hide among. */
export async function listSurveySuggestions(
  desk: Desk,
  { id, page, pageSize }: Parsed<'listSurveySuggestions'>,
): Promise<Answer<'listSurveySuggestions'>> {
  const { responses } = await periodById(connection(desk.strapi), id);
  if (!mayShowWords(responses)) return { rows: [], pagination: { page, pageSize, pageCount: 0, total: 0 } };
  const on = connection(desk.strapi);
  const [rows, [counted]] = await Promise.all([
    rowsOf<{ suggestion: string }>(
      on,
      sql`select suggestion from survey_responses where period_id = ${id} and suggestion is not null order by
        document_id limit ${pageSize} offset ${(page - 1) * pageSize}`,
    ),
    rowsOf<{ total: number }>(
      on,
      sql`select count(*)::int as total from survey_responses where period_id = ${id} and suggestion is not null`,
    ),
  ]);
  const total = counted?.total ?? 0;
  return {
    rows: rows.map(({ suggestion }) => suggestion),
    pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
  };
}
