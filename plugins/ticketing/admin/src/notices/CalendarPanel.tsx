import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Refusal } from '../../../domain';
import type { CalendarLink, NewCalendarLink } from '../../../domain/contract';
import { toRefusal, useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Loaded } from '../parts/Loaded';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { timeTeller } from '../time';
import { useWords } from '../words';

/** The secret link to an officer's deadlines and events: made, replaced, ended; its address is shown when it is made. */
export function CalendarPanel() {
  const { t, language } = useWords();
  const client = useClient();
  const [made, setMade] = useState<NewCalendarLink | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const live = useLive<CalendarLink>('calendar-link', (signal) => client.getCalendarLink({}, { signal }), {
    every: 600_000,
  });
  const act = async (deed: () => Promise<CalendarLink | NewCalendarLink>) => {
    setBusy(true);
    setRefusal(null);
    try {
      const link = await deed();
      setMade('address' in link ? link : null);
      live.replace({ madeAt: link.madeAt, seenAt: link.seenAt });
    } catch (error) {
      setRefusal(toRefusal(error));
    }
    setBusy(false);
  };
  const { exact } = timeTeller(language);
  return (
    <Panel title={t('calendarLink.title')}>
      <Loaded live={live}>
        {({ madeAt, seenAt }) => (
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography tag="p">{t('calendarLink.lead')}</Typography>
            {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
            {made && (
              <Field.Root name="calendar-link" hint={t('calendarLink.once')}>
                <Field.Label>{t('calendarLink.address')}</Field.Label>
                <TextInput value={made.address} readOnly onFocus={(event) => event.target.select()} />
                <Field.Hint />
              </Field.Root>
            )}
            {madeAt && (
              <Typography tag="p" variant="pi" textColor="neutral600">
                {t('calendarLink.made', { at: exact(madeAt) })}{' '}
                {seenAt && t('calendarLink.seen', { at: exact(seenAt) })}
              </Typography>
            )}
            <Flex gap={2} wrap="wrap">
              <Button variant="secondary" loading={isBusy} onClick={() => void act(() => client.makeCalendarLink({}))}>
                {t(madeAt ? 'calendarLink.again' : 'calendarLink.make')}
              </Button>
              {madeAt && (
                <Button
                  variant="danger-light"
                  disabled={isBusy}
                  onClick={() => void act(() => client.endCalendarLink({}))}
                >
                  {t('calendarLink.end')}
                </Button>
              )}
            </Flex>
          </Flex>
        )}
      </Loaded>
    </Panel>
  );
}
