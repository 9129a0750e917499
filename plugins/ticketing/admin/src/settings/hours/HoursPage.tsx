import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { KeptHours } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useRefusal } from '../../api/issues';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { CalendarForm } from './CalendarForm';
import { NewCalendar } from './NewCalendar';
import { bodyOfHours } from './week';

function Calendars() {
  const { t, language } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const live = useLive('working-hours', (signal) => client.listWorkingHours({}, { signal }), { every: 60_000 });
  const [chosen, choose] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [gone, setGone] = useState<KeptHours | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { refusal, refuse } = useRefusal(language);
  const mayChange = may('settings:manage');

  const during = async (work: () => Promise<KeptHours[]>, then: () => void) => {
    setBusy(true);
    refuse(null);
    try {
      live.replace(await work());
      then();
    } catch (error) {
      refuse(toRefusal(error));
    }
    setBusy(false);
  };
  // Nothing is asked beforehand: what was taken away is put back with one press.
  const remove = (hours: KeptHours) =>
    during(
      () => client.removeWorkingHours({ code: hours.code }),
      () => setGone(hours),
    );
  const putBack = (hours: KeptHours) =>
    during(
      () => client.createWorkingHours({ code: hours.code, ...bodyOfHours(hours) }),
      () => {
        choose(hours.code);
        setGone(null);
      },
    );
  return (
    <Loaded live={live}>
      {(calendars) => {
        const kept =
          calendars.find(({ code }) => code === chosen) ??
          calendars.find(({ alwaysOpen }) => !alwaysOpen) ??
          calendars[0];
        return (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
            {gone && (
              <Notice kind="remark" action={{ label: t('calendar.undo'), run: () => void putBack(gone) }}>
                {t('hours.calendarRemoved', { name: gone.name })}
              </Notice>
            )}
            {!kept && <Notice kind="alarm">{t('hours.noCalendar')}</Notice>}
            <Flex gap={3} wrap="wrap" alignItems="flex-end">
              {kept && (
                <Field.Root
                  name="calendar"
                  style={{ flex: '1 1 20rem', maxWidth: '36rem' }}
                  hint={t(kept.services === 0 ? 'hours.unused' : 'hours.usedBy', { count: kept.services })}
                >
                  <Field.Label>{t('hours.calendar')}</Field.Label>
                  <SingleSelect value={kept.code} onChange={(code) => choose(String(code))}>
                    {calendars.map(({ code, name }) => (
                      <SingleSelectOption key={code} value={code}>
                        {name}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                  <Field.Hint />
                </Field.Root>
              )}
              {mayChange && (
                <Box paddingBottom={kept ? 5 : 0}>
                  <Flex gap={2} wrap="wrap">
                    <Button variant="secondary" startIcon={<Plus />} onClick={() => setMaking(true)}>
                      {t('hours.newCalendar')}
                    </Button>
                    {kept?.isRemovable && (
                      <Button variant="danger-light" loading={isBusy} onClick={() => void remove(kept)}>
                        {t('hours.removeCalendar')}
                      </Button>
                    )}
                  </Flex>
                </Box>
              )}
            </Flex>
            {kept && <CalendarForm key={kept.code} kept={kept} live={live} />}
            {isMaking && (
              <NewCalendar
                calendars={calendars}
                begun={kept?.code ?? null}
                onMade={(made, code) => {
                  live.replace(made);
                  choose(code);
                  setMaking(false);
                }}
                onClose={() => setMaking(false)}
              />
            )}
          </Flex>
        );
      }}
    </Loaded>
  );
}

/** Jam kerja: the week by which every promise is counted, other hours for a while, and one more calendar. */
export default function HoursPage() {
  return (
    <SettingsPage title="hours.title" lead="hours.lead">
      <Calendars />
    </SettingsPage>
  );
}
