import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { Loaded } from '../../parts/Loaded';
import { Stretches } from './Stretches';

/** Work on a calendar: it begins at a minute in WIB (`YYYY-MM-DDTHH:MM`) and takes so many working minutes. */
interface Question {
  readonly calendar: string;
  readonly start: string;
  readonly minutes: number;
}

/** When such work is done, as the server reckons it. */
export function Answer({ calendar, start, minutes }: Question) {
  const { t } = useWords();
  const client = useClient();
  const live = useLive(
    `deadline.${calendar}.${start}.${minutes}`,
    (signal) => client.simulateDeadline({ calendar, start, minutes }, { signal }),
    { every: 300_000 },
  );
  return (
    <Panel title={t('deadline.answer')}>
      <Loaded live={live}>{(deadline) => <Stretches deadline={deadline} />}</Loaded>
    </Panel>
  );
}
