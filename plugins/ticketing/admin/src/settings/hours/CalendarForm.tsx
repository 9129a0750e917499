import { Box, Button, Checkbox, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { HOURS_LIMITS, type HoursPeriod, type KeptHours } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import type { Live } from '../../live/useLive';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { SettingsForm } from '../SettingsForm';
import { PeriodItem } from './PeriodItem';
import { useHours } from './useHours';
import { WeekGrid } from './WeekGrid';

const NEW_PERIOD: HoursPeriod = { name: '', startsOn: '', endsOn: '', slots: [] };

interface Props {
  readonly kept: KeptHours;
  readonly live: Live<KeptHours[]>;
}

/** One calendar: its week, and other hours for a while. */
export function CalendarForm({ kept, live }: Props) {
  const { t } = useWords();
  const { may } = useDesk();
  const { typed, issues, ...form } = useHours(kept, live);
  const setPeriod = (index: number, part: Partial<HoursPeriod>) =>
    form.fill({ periods: typed.periods.map((period, at) => (at === index ? { ...period, ...part } : period)) });
  return (
    <SettingsForm form={form}>
      {!may('settings:manage') && <Notice kind="remark">{t('hours.readOnly')}</Notice>}
      <Panel title={t('hours.week')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root name="name" required error={issues['name']}>
            <Field.Label>{t('hours.name')}</Field.Label>
            <TextInput
              value={typed.name}
              maxLength={HOURS_LIMITS.name}
              disabled={form.isOff}
              onChange={(event) => form.fill({ name: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Checkbox
            checked={typed.alwaysOpen}
            disabled={form.isOff}
            onCheckedChange={(checked) => form.fill({ alwaysOpen: checked === true })}
          >
            {t('hours.alwaysOpen')}
          </Checkbox>
          {issues['slots'] && <Notice kind="alarm">{issues['slots']}</Notice>}
          {!typed.alwaysOpen && (
            <>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {t('hours.example')}
              </Typography>
              <WeekGrid
                slots={typed.slots}
                place="slots"
                issues={issues}
                isOff={form.isOff}
                onChange={(slots) => form.fill({ slots })}
              />
            </>
          )}
        </Flex>
      </Panel>
      {!typed.alwaysOpen && (
        <Panel title={t('hours.periods')}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography tag="p" variant="omega" textColor="neutral600">
              {t(typed.periods.length === 0 ? 'hours.noPeriods' : 'hours.periodsLead')}
            </Typography>
            {typed.periods.map((period, index) => (
              <PeriodItem
                key={index}
                period={period}
                index={index}
                issues={issues}
                isOff={form.isOff}
                onChange={(part) => setPeriod(index, part)}
                onRemove={() => form.fill({ periods: typed.periods.filter((_, at) => at !== index) })}
              />
            ))}
            {!form.isOff && typed.periods.length < HOURS_LIMITS.periods && (
              <Box>
                <Button
                  type="button"
                  variant="secondary"
                  startIcon={<Plus />}
                  onClick={() => form.fill({ periods: [...typed.periods, { ...NEW_PERIOD, slots: typed.slots }] })}
                >
                  {t('hours.addPeriod')}
                </Button>
              </Box>
            )}
          </Flex>
        </Panel>
      )}
    </SettingsForm>
  );
}
