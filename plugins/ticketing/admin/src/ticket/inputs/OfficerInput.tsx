import type { ActionField, TicketDetail } from '../../../../domain';
import { Picker } from '../../parts/Picker';
import { useWords } from '../../words';
import { useOfficers } from '../../live/useOfficers';

interface Props {
  readonly value: string;
  readonly ticket: TicketDetail;
  /** A helper is none of those who are there already; of work anybody may have done it. */
  readonly field: ActionField;
  readonly onChange: (value: string) => void;
}

/**
 * Officers to choose from, the least burdened first, each with the work already on the desk. Whoever is there already
 * is not offered.
 */
export function OfficerInput({ value, ticket, field, onChange }: Props) {
  const { t } = useWords();
  const { data } = useOfficers();
  const present =
    field === 'effortBy'
      ? []
      : [ticket.assignee?.id, ...(field === 'helper' ? ticket.helpers.map(({ id }) => id) : [])];
  const officers = (data ?? [])
    .filter(({ id }) => !present.includes(id))
    .sort((a, b) => a.openTickets - b.openTickets || a.name.localeCompare(b.name));
  const options = officers.map(({ id, name, teams, openTickets }) => ({
    value: String(id),
    label: name,
    detail: t('action.load', { count: openTickets, teams: teams.join(', ') || '–' }),
  }));
  return (
    <Picker value={value} options={options} isLoading={!data} placeholder={t('action.choose')} onChange={onChange} />
  );
}
