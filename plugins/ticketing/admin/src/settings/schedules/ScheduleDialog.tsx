import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ReportSchedule } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { useWords } from '../../words';
import { NO_SCHEDULE, saidOfSchedule, scheduleBodyOf, ScheduleForm } from './ScheduleForm';

interface Props {
  /** Null for one that is to be made. */
  readonly schedule: ReportSchedule | null;
  readonly onDone: (schedules: ReportSchedule[]) => void;
  readonly onClose: () => void;
}

/** Making a schedule, or changing one; what was typed outlives a refusal and a closed window. */
export function ScheduleDialog({ schedule, onDone, onClose }: Props) {
  const { t } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [begun] = useState(() => (schedule ? saidOfSchedule(schedule) : NO_SCHEDULE));
  const [said, change, clear] = useDraft(`${me.actor.id}.schedule.${schedule?.id ?? 'new'}`, begun);
  const form = useSubmit(async () => {
    const body = scheduleBodyOf(said);
    const kept = schedule
      ? await client.changeSchedule({ id: schedule.id, ...body })
      : await client.createSchedule(body);
    clear();
    toggleNotification({ type: 'success', message: t('schedules.kept', { name: said.name.trim() }) });
    onDone(kept);
  });
  return (
    <FormDialog
      title={schedule ? t('schedules.change', { name: schedule.name }) : t('schedules.new')}
      label={t('schedules.save')}
      form={form}
      onClose={onClose}
    >
      <ScheduleForm
        said={said}
        issues={form.issues}
        onChange={(part) => {
          change(part);
          for (const name of Object.keys(part)) form.forgive(name);
        }}
      />
    </FormDialog>
  );
}
