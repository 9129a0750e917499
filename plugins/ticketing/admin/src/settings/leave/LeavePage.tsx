import { IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { StaffLeave } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Columns } from '../../parts/Columns';
import { ListRow } from '../../parts/ListRow';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { AddLeave } from './AddLeave';

function Leave() {
  const { t, language } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [gone, setGone] = useState<StaffLeave | null>(null);
  const live = useLive('leave', (signal) => client.listLeave({}, { signal }), { every: 60_000 });
  const { day } = timeTeller(language);
  const change = async (deed: () => Promise<StaffLeave[]>, undone: StaffLeave | null) => {
    try {
      live.replace(await deed());
      setGone(undone);
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
  };
  // Nothing is asked beforehand: what was taken away is put back with one press.
  const putBack = ({ officer, firstDay, lastDay }: StaffLeave) =>
    change(() => client.addLeave({ officer: officer.id, firstDay, lastDay }), null);
  return (
    <Columns>
      <Loaded live={live}>
        {(entries) => (
          <Panel title={t('leave.count', { count: entries.length })}>
            {gone && (
              <Notice kind="remark" action={{ label: t('calendar.undo'), run: () => void putBack(gone) }}>
                {t('leave.removed', { name: gone.officer.name })}
              </Notice>
            )}
            {entries.length === 0 && <Notice kind="remark">{t('leave.none')}</Notice>}
            <ul>
              {entries.map((entry) => (
                <ListRow key={entry.id} data-leave={entry.officer.name}>
                  <div style={{ flex: '1 1 16rem', minWidth: 0 }}>
                    <Typography tag="p" variant="omega" fontWeight="semiBold">
                      {entry.officer.name}
                    </Typography>
                    <Typography tag="p" variant="omega" textColor="neutral700">
                      {entry.firstDay === entry.lastDay
                        ? day(entry.firstDay)
                        : t('schedules.period', { from: day(entry.firstDay), to: day(entry.lastDay) })}
                      {' · '}
                      {t('leave.days', { days: entry.workingDays })}
                    </Typography>
                  </div>
                  <IconButton
                    label={t('leave.remove', { name: entry.officer.name, day: day(entry.firstDay) })}
                    variant="ghost"
                    onClick={() => void change(() => client.removeLeave({ id: entry.id }), entry)}
                  >
                    <Trash />
                  </IconButton>
                </ListRow>
              ))}
            </ul>
          </Panel>
        )}
      </Loaded>
      <AddLeave
        onAdded={(entries) => {
          setGone(null);
          live.replace(entries);
        }}
      />
    </Columns>
  );
}

/** Cuti: on which days who is away, which workload and capacity count with. */
export default function LeavePage() {
  return (
    <SettingsPage title="leave.title" lead="leave.lead" openTo="leave:manage">
      <Leave />
    </SettingsPage>
  );
}
