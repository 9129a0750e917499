import { Field, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import { ACTION_LIMITS, PRIORITIES, type TicketSummary } from '../../../../domain';
import type { Request } from '../../../../domain/contract';
import { useSubmit } from '../../api/useSubmit';
import { useCatalog } from '../../live/useCatalog';
import { FormDialog } from '../../parts/FormDialog';
import { OfficerPicker } from '../../parts/OfficerPicker';
import { Picker } from '../../parts/Picker';
import { useWords } from '../../words';
import { BULK, type Bulk } from './bulk-actions';

/** What the action carries beside its ticket. */
export type Given = Omit<Request<'actOnTicket'>, 'number' | 'action'>;
/** What needs a word first: to whom, to which team, how urgent. */
export type Asking = Exclude<Bulk, 'claim' | 'answer'>;
const FIELD = { assign: 'assignee', team: 'team', priority: 'priority' } as const;

function Choice({ asking, value, onChange }: { asking: Asking; value: string; onChange: (value: string) => void }) {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  if (asking === 'priority')
    return (
      <SingleSelect value={value} placeholder={t('action.choose')} onChange={(chosen) => onChange(String(chosen))}>
        {PRIORITIES.map((priority) => (
          <SingleSelectOption key={priority} value={priority}>
            {w.priority[priority]}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    );
  if (asking === 'assign') return <OfficerPicker value={value} onChange={onChange} />;
  const options = (catalog?.teams ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return <Picker value={value} options={options} placeholder={t('action.choose')} onChange={onChange} />;
}

interface Props {
  readonly asking: Asking;
  readonly tickets: readonly TicketSummary[];
  readonly onRun: (given: Given) => Promise<void>;
  readonly onClose: () => void;
}

/** One answer for all the tickets that are ticked. */
export function BulkDialog({ asking, tickets, onRun, onClose }: Props) {
  const { t, w } = useWords();
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const form = useSubmit(async () => {
    setMissing(value === '');
    if (value === '') return;
    await onRun({
      [FIELD[asking]]: asking === 'assign' ? Number(value) : value,
      ...(reason.trim() && { reason: reason.trim() }),
    });
  });
  const label = w.field[FIELD[asking]];
  return (
    <FormDialog
      title={t('bulk.ask', { action: t(BULK[asking].label), count: tickets.length })}
      label={t(BULK[asking].label)}
      form={form}
      onClose={onClose}
    >
      <Field.Root name={FIELD[asking]} required error={isMissing ? t('bulk.choose', { field: label }) : undefined}>
        <Field.Label>{label}</Field.Label>
        <Choice
          asking={asking}
          value={value}
          onChange={(chosen) => {
            setValue(chosen);
            setMissing(false);
          }}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="reason" hint={t('action.optional')}>
        <Field.Label>{w.field.reason}</Field.Label>
        <Textarea
          value={reason}
          rows={2}
          maxLength={ACTION_LIMITS.reason}
          onChange={(event: { target: { value: string } }) => setReason(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
    </FormDialog>
  );
}
