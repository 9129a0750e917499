import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ReportSchedule } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { ScheduleDialog } from './ScheduleDialog';
import { ScheduleItem } from './ScheduleItem';

/** How often the state of runs is asked after while the page is open, in ms. */
const EVERY_MS = 5000;

function Schedules() {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState<ReportSchedule | 'new' | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const live = useLive('schedules', (signal) => client.listSchedules({}, { signal }), { every: EVERY_MS });
  const mayChange = may('settings:manage');
  const act = async (id: string, done: string, deed: () => Promise<ReportSchedule[]>) => {
    setBusy(id);
    try {
      live.replace(await deed());
      toggleNotification({ type: 'success', message: done });
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
    setBusy(null);
  };
  return (
    <Loaded live={live}>
      {(schedules) => (
        <Panel
          title={t('schedules.count', { count: schedules.length })}
          aside={
            mayChange && (
              <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
                {t('schedules.new')}
              </Button>
            )
          }
        >
          {schedules.length === 0 && <Notice kind="remark">{t('schedules.none')}</Notice>}
          <ul>
            {schedules.map((schedule) => (
              <ScheduleItem
                key={schedule.id}
                schedule={schedule}
                isBusy={busy === schedule.id}
                onChange={mayChange ? () => setOpen(schedule) : undefined}
                onRun={() =>
                  void act(schedule.id, t('schedules.begun', { name: schedule.name }), () =>
                    client.runSchedule({ id: schedule.id }),
                  )
                }
                onResend={(id) => void act(schedule.id, t('schedules.resent'), () => client.resendRun({ id }))}
              />
            ))}
          </ul>
          {open && (
            <ScheduleDialog
              schedule={open === 'new' ? null : open}
              onDone={(kept) => {
                setOpen(null);
                live.replace(kept);
              }}
              onClose={() => setOpen(null)}
            />
          )}
        </Panel>
      )}
    </Loaded>
  );
}

/** Reports that are made and sent by themselves: to whom, which, when; and what was sent. */
export default function SchedulesPage() {
  return (
    <SettingsPage title="schedules.title" lead="schedules.lead">
      <Schedules />
    </SettingsPage>
  );
}
