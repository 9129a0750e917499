import { Field } from '@strapi/design-system';
import { useState } from 'react';
import type { TicketSummary } from '../../../domain';
import { useSubmit } from '../api/useSubmit';
import { useOfficers } from '../live/useOfficers';
import { FormDialog } from '../parts/FormDialog';
import { OfficerPicker } from '../parts/OfficerPicker';
import { Picker } from '../parts/Picker';
import { useWords } from '../words';
import { NOBODY, type BoardRow } from './rows';
import type { Moving, Target } from './useMove';

interface Props {
  readonly ticket: TicketSummary;
  readonly teams: readonly BoardRow[];
  readonly moving: Moving;
  readonly onClose: () => void;
}

/** The same as dragging, by keys: to somebody, to a team, or back to nobody. */
export function MoveDialog({ ticket, teams, moving, onClose }: Props) {
  const { t, w } = useWords();
  const { data: officers } = useOfficers();
  const [officer, setOfficer] = useState('');
  const [team, setTeam] = useState('');
  const [issue, setIssue] = useState<string | undefined>();
  const target = (): Target | null => {
    if (officer) {
      const name = officers?.find(({ id }) => String(id) === officer)?.name ?? '';
      return { side: 'officer', code: officer, name };
    }
    const row = teams.find(({ code }) => code === team);
    return row ? { side: 'team', code: row.code, name: row.name } : null;
  };
  const form = useSubmit(async () => {
    const to = target();
    setIssue(to ? undefined : t('board.choose'));
    if (to && (await moving.move(ticket, to))) onClose();
  });
  return (
    <FormDialog
      title={t('board.moveOne', { number: ticket.number })}
      label={t('board.move')}
      form={form}
      onClose={onClose}
    >
      <Field.Root name="assignee" error={issue}>
        <Field.Label>{w.field.assignee}</Field.Label>
        <OfficerPicker
          value={officer}
          without={[ticket.assignee?.id]}
          onChange={(value) => {
            setOfficer(value);
            if (value) setTeam('');
            setIssue(undefined);
          }}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="team" hint={t('board.orTeam')}>
        <Field.Label>{w.field.team}</Field.Label>
        <Picker
          value={team}
          options={teams
            .filter(({ code }) => code !== NOBODY && code !== ticket.team?.code)
            .map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={t('action.choose')}
          onChange={(value) => {
            setTeam(value);
            if (value) setOfficer('');
            setIssue(undefined);
          }}
        />
        <Field.Hint />
      </Field.Root>
    </FormDialog>
  );
}
