import { Box, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { findServices, wibMinute } from '../../../../domain';
import { useCatalog } from '../../live/useCatalog';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Panel } from '../../parts/Panel';
import { Picker } from '../../parts/Picker';
import { useRested } from '../../parts/TicketPicker';
import { WhenInput } from '../../parts/WhenInput';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { Loaded } from '../../parts/Loaded';
import { Answer } from './Answer';

const LONGEST_MINUTES = 600_000;
/** This minute on the clock of Bukittinggi, as the input of a browser wants it. */
const nowInWib = (): string => wibMinute(Date.now());

/** The question of the simulation, and its answer as soon as it is one. */
export function Simulator() {
  const { t, w, language } = useWords();
  const { span } = timeTeller(language);
  const client = useClient();
  const { data: catalog } = useCatalog();
  const calendars = useLive('calendars', (signal) => client.listCalendars({}, { signal }), { every: 300_000 });
  const [typed, setTyped] = useState({ service: '', calendar: '', start: nowInWib(), hours: '7', minutes: '30' });
  const fill = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const find = (words: string) =>
    findServices(catalog?.categories ?? [], words).map(({ category, service }) => ({
      value: service.code,
      label: service.name,
      detail: category.name,
    }));
  const chosen = findServices(catalog?.categories ?? [], '').find(
    ({ service }) => service.code === typed.service,
  )?.service;
  const choose = (code: string) => {
    const service = findServices(catalog?.categories ?? [], '').find((hit) => hit.service.code === code)?.service;
    fill({
      service: code,
      ...(service && {
        calendar: service.sla.calendar,
        hours: String(Math.floor(service.sla.resolutionMinutes / 60)),
        minutes: String(service.sla.resolutionMinutes % 60),
      }),
    });
  };
  // The catalogue begins with what is asked for most; its calendar is the likeliest.
  const calendar = typed.calendar || catalog?.categories[0]?.services[0]?.sla.calendar || '';
  const total = useRested(String(Number(typed.hours || 0) * 60 + Number(typed.minutes || 0)));
  const isStart = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed.start);
  const isTooLong = Number(total) > LONGEST_MINUTES;
  const digits = (name: 'hours' | 'minutes', label: string) => (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={typed[name]}
        inputMode="numeric"
        maxLength={5}
        onChange={(event) => fill({ [name]: event.target.value.replace(/\D/g, '') })}
      />
    </Field.Root>
  );
  return (
    <Loaded live={calendars}>
      {(known) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Panel title={t('deadline.question')}>
            <Box
              style={{
                display: 'grid',
                gap: '1.6rem',
                gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
                alignItems: 'start',
              }}
            >
              <Box style={{ gridColumn: '1 / -1' }}>
                <Field.Root
                  name="service"
                  hint={
                    chosen
                      ? t('target.words', {
                          response: span(chosen.sla.responseMinutes),
                          resolution: span(chosen.sla.resolutionMinutes),
                        })
                      : t('deadline.serviceHint')
                  }
                >
                  <Field.Label>{w.field.category}</Field.Label>
                  <Picker
                    value={typed.service}
                    options={find('')}
                    find={find}
                    isLoading={!catalog}
                    placeholder={t('filing.findService')}
                    onChange={choose}
                  />
                  <Field.Hint />
                </Field.Root>
              </Box>
              <Field.Root name="calendar" required>
                <Field.Label>{w.field.calendar}</Field.Label>
                <Picker
                  value={calendar}
                  options={known.map(({ code, name }) => ({ value: code, label: name }))}
                  placeholder={t('action.choose')}
                  onChange={(code) => fill({ calendar: code })}
                />
              </Field.Root>
              <Field.Root
                name="start"
                required
                error={isStart ? undefined : t('deadline.noStart')}
                hint={t('deadline.startHint')}
              >
                <Field.Label>{w.field.start}</Field.Label>
                <WhenInput type="datetime-local" value={typed.start} onChange={(start) => fill({ start })} />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
              {digits('hours', t('deadline.hours'))}
              {digits('minutes', t('deadline.minutes'))}
            </Box>
          </Panel>
          {isTooLong ? (
            <Typography variant="omega" textColor="danger700" role="alert">
              {t('deadline.tooLong')}
            </Typography>
          ) : (
            calendar && isStart && <Answer calendar={calendar} start={typed.start} minutes={Number(total)} />
          )}
        </Flex>
      )}
    </Loaded>
  );
}
