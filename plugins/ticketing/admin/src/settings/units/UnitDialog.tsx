import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { UnitEntry } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { useWords } from '../../words';
import { NO_UNIT, saidOfUnit, unitBodyOf, UnitForm } from './UnitForm';

interface Props {
  /** Null for one that is to be made. */
  readonly unit: UnitEntry | null;
  readonly units: readonly UnitEntry[];
  readonly onDone: (units: UnitEntry[]) => void;
  readonly onClose: () => void;
}

/** Making a unit, or correcting one; what was typed outlives a refusal and a closed window. */
export function UnitDialog({ unit, units, onDone, onClose }: Props) {
  const { t } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [begun] = useState(() => (unit ? saidOfUnit(unit) : NO_UNIT));
  const [said, change, clear] = useDraft(`${me.actor.id}.unit.${unit?.code ?? 'new'}`, begun);
  const form = useSubmit(async () => {
    const body = unitBodyOf(said);
    const kept = unit
      ? await client.changeUnit({ id: unit.id, ...body })
      : await client.createUnit({ code: said.code, ...body });
    clear();
    toggleNotification({
      type: 'success',
      message: t(unit ? 'units.changed' : 'units.made', { name: said.name.trim() }),
    });
    onDone(kept);
  });
  return (
    <FormDialog
      title={unit ? t('units.change', { name: unit.name }) : t('units.new')}
      label={t(unit ? 'settings.save' : 'units.make')}
      form={form}
      onClose={onClose}
    >
      <UnitForm
        said={said}
        units={units}
        issues={form.issues}
        isNew={!unit}
        onChange={(part) => {
          change(part);
          for (const name of Object.keys(part)) form.forgive(name);
        }}
      />
    </FormDialog>
  );
}
