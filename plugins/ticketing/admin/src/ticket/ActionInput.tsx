import { Field, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { EFFORT_KINDS, PRIORITIES, type Action, type ActionField, type TicketDetail } from '../../../domain';
import { useCatalog } from '../live/useCatalog';
import { TicketPicker } from '../parts/TicketPicker';
import { WhenInput } from '../parts/WhenInput';
import { useWords } from '../words';
import { INPUTS } from './action-fields';
import { disposableLevels } from './actions';
import { useEffortLine } from './effort-line';
import { DocumentInput } from './inputs/DocumentInput';
import { OfficerInput } from './inputs/OfficerInput';
import { RelationInput } from './inputs/RelationInput';
import { ServiceInput } from './inputs/ServiceInput';

interface Props {
  readonly action: Action;
  readonly name: ActionField;
  readonly isNeeded: boolean;
  readonly value: string;
  readonly error: string | undefined;
  readonly ticket: TicketDetail;
  readonly onChange: (value: string) => void;
  /** A file was added on the way: the ticket has one more. */
  readonly onUploaded: () => void;
}

const RATINGS = [1, 2, 3, 4] as const;

function Control({ action, name, isNeeded, value, ticket, onChange, onUploaded }: Props) {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  const lineOf = useEffortLine();
  const input = INPUTS[name];
  const select = (options: readonly { readonly value: string; readonly label: string }[]) => (
    <SingleSelect
      value={value}
      placeholder={t(isNeeded ? 'action.choose' : 'action.unchanged')}
      clearLabel={t('filter.clear')}
      onClear={() => onChange('')}
      onChange={(chosen) => onChange(String(chosen))}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
  switch (input.kind) {
    case 'prose':
      return (
        <Textarea
          value={value}
          rows={(action === 'resolve' || action === 'correctResult') && name === 'resolutionSummary' ? 5 : 4}
          maxLength={input.limit}
          resizable
          onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
        />
      );
    case 'text':
      return <TextInput value={value} maxLength={input.limit} onChange={(event) => onChange(event.target.value)} />;
    case 'minutes':
      return (
        <TextInput
          value={value}
          inputMode="numeric"
          maxLength={5}
          onChange={(event) => onChange(event.target.value.replace(/[^\d-]/g, ''))}
        />
      );
    case 'day':
      return <WhenInput type="date" value={value} onChange={onChange} />;
    case 'officer':
      return action === 'removeHelper' ? (
        select(ticket.helpers.map(({ id, name: label }) => ({ value: String(id), label })))
      ) : (
        <OfficerInput value={value} ticket={ticket} field={name} onChange={onChange} />
      );
    case 'ticket':
      return action === 'unlink' ? (
        select(
          ticket.links.map(({ number, title, relation }) => ({
            value: number,
            label: `${w.relation[relation]} ${number} · ${title}`,
          })),
        )
      ) : (
        <TicketPicker value={value} exclude={ticket.number} onChange={onChange} />
      );
    case 'team':
      return select(
        (catalog?.teams ?? [])
          .filter(({ code }) => action === 'dispose' || code !== ticket.team?.code)
          .map(({ code, name: label }) => ({ value: code, label })),
      );
    case 'priority':
      return select(
        PRIORITIES.filter((priority) => priority !== ticket.priority).map((priority) => ({
          value: priority,
          label: w.priority[priority],
        })),
      );
    case 'relation':
      return <RelationInput value={value} labelledBy={`action-${name}-label`} onChange={onChange} />;
    case 'level':
      return select(disposableLevels(ticket.dispositions).map((level) => ({ value: level, label: w.level[level] })));
    case 'document':
      return <DocumentInput value={value} ticket={ticket} onChange={onChange} onUploaded={onUploaded} />;
    case 'effortKind':
      return select(EFFORT_KINDS.map((kind) => ({ value: kind, label: w.effortKind[kind] })));
    case 'effortEntry':
      return select(ticket.effort.map((entry) => ({ value: String(entry.id), label: lineOf(entry) })));
    case 'service':
      return <ServiceInput value={value} ticket={ticket} onChange={onChange} />;
    case 'rating':
      return select(RATINGS.map((rating) => ({ value: String(rating), label: w.rating[rating] })));
  }
}

/** One field of an action, with its label, what it is now, and what is wrong with it. */
export function ActionInput(props: Props) {
  const { action, name, isNeeded, error, ticket } = props;
  const { t, w } = useWords();
  const current =
    name === 'priority'
      ? w.priority[ticket.priority]
      : name === 'team' && action !== 'dispose'
        ? ticket.team?.name
        : name === 'assignee'
          ? ticket.assignee?.name
          : undefined;
  const hint =
    name === 'letterNumber'
      ? t('letter.numberHint')
      : name === 'effortMinutes' && action === 'correctEffort'
        ? t('effort.rightHint')
        : current
          ? t('action.current', { current })
          : isNeeded
            ? undefined
            : t('action.optional');
  return (
    <Field.Root name={name} id={`action-${name}`} required={isNeeded} error={error} hint={hint}>
      <Field.Label id={`action-${name}-label`}>{w.field[name]}</Field.Label>
      <Control {...props} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
