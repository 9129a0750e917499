import { isDay, LONGEST_SURVEY_DAYS, spanIssue, type SpanIssue } from '../../../domain';
import type { Fault, Save } from './fault';

/** Said in Strapi's own screens, beside the field. */
const SENTENCES: Record<SpanIssue, string> = {
  endsBeforeItStarts: 'Hari terakhir survei mendahului hari pertamanya. Pilih hari yang sama atau sesudahnya.',
  tooLong:
    `Survei ini berlangsung lebih dari ${LONGEST_SURVEY_DAYS} hari. ` +
    'Periksa tahunnya, atau bagi menjadi beberapa periode.',
};

export function surveyFaults({ draft: { startsOn, endsOn } }: Save): Fault[] {
  // A day left out is for Strapi's own check to name.
  if (typeof startsOn !== 'string' || typeof endsOn !== 'string' || !isDay(startsOn) || !isDay(endsOn)) return [];
  const issue = spanIssue({ startsOn, endsOn });
  return issue ? [{ field: 'endsOn', message: SENTENCES[issue] }] : [];
}
