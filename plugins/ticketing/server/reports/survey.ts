import { can, NO_PARTS, Refusal, type Report, type ReportRow } from '../../domain';
import { listSurveyPeriods, surveyResult } from '../surveys/evaluate';
import type { Asked } from './asked';
import { framed } from './cells';

/** Surveys that were open in the period, each with its index; no rating of a ticket is part of it. */
export async function survey(asked: Asked): Promise<Report> {
  const { desk, caller, days } = asked;
  if (!can(caller.policy, caller.actor, 'survey:read').allowed)
    throw new Refusal('notAllowed', { permission: 'survey:read' });
  const periods = (await listSurveyPeriods(desk, caller)).filter(
    ({ startsOn, endsOn }) => startsOn <= days.to && endsOn >= days.from,
  );
  const rows: ReportRow[] = [];
  for (const { id, name, startsOn, endsOn } of periods) {
    const { score, period } = await surveyResult(desk, caller, id);
    const cells = { label: name, startsOn, endsOn, responses: period.responses };
    rows.push({ cells: { ...cells, ikm: score?.ikm ?? null, grade: score?.grade ?? null }, drill: null });
  }
  const units = {
    label: 'text',
    startsOn: 'day',
    endsOn: 'day',
    responses: 'count',
    ikm: 'rating',
    grade: 'text',
  } as const;
  return framed(
    asked,
    { counted: NO_PARTS, before: NO_PARTS },
    {
      rows,
      columns: Object.entries(units).map(([key, unit]) => ({ key, unit, measure: null, leads: null })),
      totals: null,
    },
  );
}
