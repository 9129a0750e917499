import { Box, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { SERVICE_LIMITS, wholeDuration, workingDuration } from '../../../../domain';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { ChoiceField, Framed, Pair, TextField } from './inputs';
import type { Editing } from './useEditing';
import { DURATION_UNITS, isAroundTheClock, minutesOf } from './durations';

interface DurationProps {
  readonly editing: Editing;
  readonly name: 'response' | 'resolution';
  readonly hint: string;
}
/** So many hours or working days, and how that reads. */
function DurationField({ editing, name, hint }: DurationProps) {
  const { t, language } = useWords();
  const { typed, book, isOff, fill } = editing;
  const duration = typed[name];
  const always = isAroundTheClock(book, typed.calendar);
  const minutes = minutesOf(duration, always);
  const spell = always ? wholeDuration : workingDuration;
  const read =
    typeof minutes === 'number' && minutes > 0 ? t('services.reads', { duration: spell(language, minutes) }) : '';
  return (
    <Framed editing={editing} name={name} isNeeded hint={[read, hint].filter(Boolean).join(' ')}>
      <Flex gap={2} alignItems="flex-start">
        <Box style={{ flex: '1 1 8rem' }}>
          <TextInput
            value={duration.amount}
            maxLength={9}
            inputMode="decimal"
            disabled={isOff}
            onChange={(event) => fill({ [name]: { ...duration, amount: event.target.value } })}
          />
        </Box>
        <Box style={{ flex: '1 1 14rem' }}>
          <SingleSelect
            aria-label={t('services.unit')}
            value={duration.unit}
            disabled={isOff}
            onChange={(chosen) =>
              fill({ [name]: { ...duration, unit: DURATION_UNITS.find((unit) => unit === chosen) ?? duration.unit } })
            }
          >
            {DURATION_UNITS.map((unit) => (
              <SingleSelectOption key={unit} value={unit}>
                {t(unit === 'days' && always ? 'services.unit.wholeDays' : `services.unit.${unit}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      </Flex>
    </Framed>
  );
}

/** What is promised: by the service itself, or by the ticket's priority. */
export function TargetSection({ editing }: { readonly editing: Editing }) {
  const { t } = useWords();
  const { typed, book, isOff, fill } = editing;
  return (
    <Panel title={t('services.target')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Pair>
          <Field.Root name="hasTarget">
            <Field.Label>{t('services.whose')}</Field.Label>
            <SingleSelect
              value={typed.hasTarget ? 'own' : 'priority'}
              disabled={isOff}
              onChange={(chosen) => fill({ hasTarget: chosen === 'own' })}
            >
              <SingleSelectOption value="own">{t('services.ownTarget')}</SingleSelectOption>
              <SingleSelectOption value="priority">{t('services.byPriority')}</SingleSelectOption>
            </SingleSelect>
          </Field.Root>
          {typed.hasTarget && (
            <ChoiceField
              editing={editing}
              name="calendar"
              isNeeded
              options={book.calendars.map(({ code, name }) => [code, name] as const)}
            />
          )}
        </Pair>
        {typed.hasTarget && (
          <>
            <Pair>
              <DurationField editing={editing} name="response" hint={t('services.responseHint')} />
              <DurationField
                editing={editing}
                name="resolution"
                hint={t(typed.mode === 'EVENT' ? 'services.resolutionEventHint' : 'services.resolutionHint')}
              />
            </Pair>
            <Pair>
              <ChoiceField
                editing={editing}
                name="mode"
                isNeeded
                options={[
                  ['DURATION', t('services.mode.DURATION')],
                  ['EVENT', t('services.mode.EVENT')],
                ]}
                hint={typed.mode === 'EVENT' ? t('services.eventHint') : ''}
              />
              {typed.mode === 'EVENT' && (
                <TextField
                  editing={editing}
                  name="minimumNoticeDays"
                  limit={3}
                  isNumber
                  hint={t('services.noticeHint')}
                />
              )}
            </Pair>
            <TextField
              editing={editing}
              name="scope"
              limit={SERVICE_LIMITS.scope}
              rows={2}
              hint={t('services.scopeHint')}
            />
          </>
        )}
      </Flex>
    </Panel>
  );
}
