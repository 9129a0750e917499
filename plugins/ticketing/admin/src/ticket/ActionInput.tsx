import { Field, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { levelsAfter, PRIORITIES, SAID_RELATIONS, type ActionField, type TicketDetail } from '../../../domain';
import { useCatalog } from '../api/useCatalog';
import { Picker } from '../parts/Picker';
import { useWords } from '../words';
import { INPUTS } from './actions';
import { useOfficers } from './useOfficers';

interface Props {
  readonly name: ActionField;
  readonly isNeeded: boolean;
  readonly value: string;
  readonly error: string | undefined;
  readonly ticket: TicketDetail;
  readonly onChange: (value: string) => void;
}

const RATINGS = [1, 2, 3, 4] as const;

/** Officers to choose from, the least burdened first, each with the work already on the desk. */
function OfficerSelect({ value, ticket, onChange }: Pick<Props, 'value' | 'ticket' | 'onChange'>) {
  const { t } = useWords();
  const { data } = useOfficers();
  const officers = (data ?? []).filter(({ id }) => id !== ticket.assignee?.id).sort((a, b) => a.openTickets - b.openTickets || a.name.localeCompare(b.name));
  const options = officers.map(({ id, name, teams, openTickets }) => ({ value: String(id), label: name, detail: t('action.load', { count: openTickets, teams: teams.join(', ') || '–' }) }));
  return <Picker value={value} options={options} isLoading={!data} placeholder={t('action.choose')} onChange={onChange} />;
}

function Control({ name, value, ticket, onChange }: Props) {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  const input = INPUTS[name];
  const select = (options: readonly { readonly value: string; readonly label: string }[]) => (
    <SingleSelect value={value} placeholder={t('action.unchanged')} clearLabel={t('filter.clear')} onClear={() => onChange('')} onChange={(chosen) => onChange(String(chosen))}>
      {options.map((option) => <SingleSelectOption key={option.value} value={option.value}>{option.label}</SingleSelectOption>)}
    </SingleSelect>
  );
  switch (input.kind) {
    case 'prose': return <Textarea value={value} rows={5} maxLength={input.limit} resizable onChange={(event: { target: { value: string } }) => onChange(event.target.value)} />;
    case 'text': return <TextInput value={value} maxLength={input.limit} onChange={(event) => onChange(event.target.value)} />;
    case 'minutes': return <TextInput value={value} inputMode="numeric" maxLength={5} onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))} />;
    case 'officer': return <OfficerSelect value={value} ticket={ticket} onChange={onChange} />;
    case 'team': return select((catalog?.teams ?? []).filter(({ code }) => code !== ticket.team?.code).map(({ code, name: label }) => ({ value: code, label })));
    case 'priority': return select(PRIORITIES.filter((priority) => priority !== ticket.priority).map((priority) => ({ value: priority, label: w.priority[priority] })));
    case 'relation': return select(SAID_RELATIONS.map((relation) => ({ value: relation, label: w.relation[relation] })));
    case 'level': return select(levelsAfter(ticket.dispositions.at(-1)?.level ?? null).filter((level) => level !== 'OFFICER').map((level) => ({ value: level, label: w.level[level] })));
    case 'day': return <input type="date" name={name} value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'document': return select(ticket.attachments.map(({ id, name: label }) => ({ value: id, label })));
    case 'service': return <Picker value={value} options={(catalog?.categories ?? []).flatMap(({ name: detail, services }) => services.map(({ code, name: label }) => ({ value: code, label, detail })))} isLoading={!catalog} placeholder={t('action.choose')} onChange={onChange} />;
    case 'rating': return select(RATINGS.map((rating) => ({ value: String(rating), label: w.rating[rating] })));
  }
}

/** One field of an action, with its label, what it is now, and what is wrong with it. */
export function ActionInput(props: Props) {
  const { name, isNeeded, error, ticket } = props;
  const { t, w } = useWords();
  const current = name === 'priority' ? w.priority[ticket.priority] : name === 'team' ? ticket.team?.name : name === 'assignee' ? ticket.assignee?.name : undefined;
  return (
    <Field.Root name={name} id={`action-${name}`} required={isNeeded} error={error} hint={current ? t('action.current', { current }) : isNeeded ? undefined : t('action.optional')}>
      <Field.Label>{w.field[name]}</Field.Label>
      <Control {...props} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
