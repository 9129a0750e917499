import { Panel } from '../parts/Panel';
import type { TicketDetail } from '../../../domain';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { Facts } from '../parts/Facts';
import { Prose } from './RequestPanel';

const isRating = (rating: number | null): rating is 1 | 2 | 3 | 4 => rating !== null && [1, 2, 3, 4].includes(rating);

/** What came of it, and what the requester thought of that. */
export function ResultPanel({
  ticket: { resolutionSummary, workDone, effortMinutes, rating, ratingComment },
}: {
  readonly ticket: TicketDetail;
}) {
  const { t, w, language } = useWords();
  if (resolutionSummary === null) return null;
  return (
    <Panel title={t('panel.result')}>
      <Facts
        facts={[
          { name: w.field.resolutionSummary, value: <Prose variant="omega">{resolutionSummary}</Prose> },
          workDone ? { name: w.field.workDone, value: <Prose variant="omega">{workDone}</Prose> } : null,
          effortMinutes !== null ? { name: t('result.effort'), value: timeTeller(language).span(effortMinutes) } : null,
          isRating(rating) ? { name: w.field.rating, value: `${w.rating[rating]} (${rating}/4)` } : null,
          ratingComment ? { name: w.field.ratingComment, value: <Prose variant="omega">{ratingComment}</Prose> } : null,
        ]}
      />
    </Panel>
  );
}
