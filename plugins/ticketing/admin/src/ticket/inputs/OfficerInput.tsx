import type { ActionField, TicketDetail } from '../../../../domain';
import { OfficerPicker } from '../../parts/OfficerPicker';

interface Props {
  readonly value: string;
  readonly ticket: TicketDetail;
  /** A helper is none of those who are there already; of work anybody may have done it. */
  readonly field: ActionField;
  readonly onChange: (value: string) => void;
}

/** An officer for this ticket. Whoever is there already is not offered. */
export function OfficerInput({ value, ticket, field, onChange }: Props) {
  const present =
    field === 'effortBy'
      ? []
      : [ticket.assignee?.id, ...(field === 'helper' ? ticket.helpers.map(({ id }) => id) : [])];
  return <OfficerPicker value={value} without={present} onChange={onChange} />;
}
