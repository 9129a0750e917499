import { Flex, IconButton, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import { wibYear, type KeptHoliday } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Columns } from '../../parts/Columns';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { Simulator } from '../deadline/Simulator';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { AddHoliday } from './AddHoliday';
import { ImportHolidays } from './ImportHolidays';

const Row = styled.li`
  display: flex;
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: center;
  justify-content: space-between;
  padding-block: ${({ theme }) => theme.spaces[2]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
`;

interface DayProps {
  readonly holiday: KeptHoliday;
  readonly isBusy: boolean;
  /** Absent for those who only look. */
  readonly onRemove: (() => void) | undefined;
}

function Day({ holiday: { day, name, kind }, isBusy, onRemove }: DayProps) {
  const { t, language } = useWords();
  return (
    <Row data-holiday={day}>
      <div style={{ minWidth: 0 }}>
        <Typography tag="p" variant="omega" fontWeight="semiBold">
          {timeTeller(language).day(day)}
        </Typography>
        <Typography tag="p" variant="omega" textColor="neutral700">
          {name} · {t(`holiday.${kind}`)}
        </Typography>
      </div>
      {onRemove && (
        <IconButton label={t('calendar.remove', { name })} disabled={isBusy} variant="ghost" onClick={onRemove}>
          <Trash />
        </IconButton>
      )}
    </Row>
  );
}

function Calendar() {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [year, setYear] = useState(() => wibYear(Date.now()));
  const [gone, setGone] = useState<KeptHoliday | null>(null);
  const [busy, setBusy] = useState<number | null>(null);
  const live = useLive(`holidays.${year}`, (signal) => client.listHolidays({ year }, { signal }), { every: 60_000 });
  const mayChange = may('settings:manage');

  // Nothing is asked beforehand: what was taken away is put back with one press.
  const remove = async (holiday: KeptHoliday) => {
    const { id } = holiday;
    setBusy(id);
    try {
      live.replace(await client.removeHoliday({ id }));
      setGone(holiday);
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
    setBusy(null);
  };
  const putBack = async ({ day, name, kind }: KeptHoliday) => {
    try {
      live.replace(await client.addHoliday({ day, name, kind }));
      setGone(null);
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
  };
  return (
    <Columns $areEven>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Loaded live={live}>
          {({ holidays, years }) => (
            <Panel
              title={t('calendar.holidays', { year, count: holidays.length })}
              aside={
                <SingleSelect
                  aria-label={t('calendar.year')}
                  value={String(year)}
                  onChange={(value) => setYear(Number(value))}
                >
                  {years.map((each) => (
                    <SingleSelectOption key={each} value={String(each)}>
                      {String(each)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              }
            >
              {gone && (
                <Notice kind="remark" action={{ label: t('calendar.undo'), run: () => void putBack(gone) }}>
                  {t('calendar.removed', { name: gone.name })}
                </Notice>
              )}
              {holidays.length === 0 && <Notice kind="alarm">{t('calendar.empty', { year })}</Notice>}
              <ul>
                {holidays.map((holiday) => (
                  <Day
                    key={holiday.id}
                    holiday={holiday}
                    isBusy={busy === holiday.id}
                    onRemove={mayChange ? () => void remove(holiday) : undefined}
                  />
                ))}
              </ul>
            </Panel>
          )}
        </Loaded>
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {mayChange && (
          <AddHoliday
            onAdded={(kept) => {
              setYear(kept.year);
              live.refresh();
            }}
          />
        )}
        {mayChange && <ImportHolidays onImported={live.refresh} />}
        <Simulator />
      </Flex>
    </Columns>
  );
}

/** Kalender: on which days the office is closed, and what that does to a deadline. */
export default function CalendarPage() {
  return (
    <SettingsPage title="calendar.title" lead="calendar.lead">
      <Calendar />
    </SettingsPage>
  );
}
