import { Box, Flex, Typography } from '@strapi/design-system';
import { Clock, Lock, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { TimelineEntry } from '../../../domain';
import { Moment } from '../parts/Moment';
import { SaidText } from '../parts/SaidText';
import { useWords } from '../words';
import { EntryFact } from './EntryFact';
import { isOfClock } from './runs';
import { Prose } from './RequestPanel';

const Item = styled.li`
  list-style: none;
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border-left: 3px solid ${({ theme }) => theme.colors.neutral200};
  min-width: 0;
  &[data-kind='words'] {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-left: 3px solid ${({ theme }) => theme.colors.primary500};
    border-radius: ${({ theme }) => theme.borderRadius};
  }
  &[data-kind='requester'] {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-left: 3px solid ${({ theme }) => theme.colors.success500};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &[data-kind='clock'] {
    border-left-color: ${({ theme }) => theme.colors.warning600};
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &[data-kind='internal'] {
    border: 2px dashed ${({ theme }) => theme.colors.warning500};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.warning100};
  }
`;

const CLOCK_SIGNS = { slaAtRisk: Clock, slaBreach: WarningCircle } as const;

const isKeyOf = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => key in table;

/**
 * One thing that happened. Words said stand out, internal notes look like nothing else, and mere events keep to a line.
 */
export function Entry({
  entry: { at, event, by, isInternal, status, text, mentions, facts },
  now,
}: {
  readonly entry: TimelineEntry;
  readonly now: number;
}) {
  const { t, w } = useWords();
  const ClockSign = isOfClock(event) ? CLOCK_SIGNS[event] : null;
  const kind = ClockSign
    ? 'clock'
    : isInternal
      ? 'internal'
      : !text
        ? 'event'
        : by.role === 'REQUESTER'
          ? 'requester'
          : 'words';
  const isOfFile = event === 'attach' || event === 'detach';
  const role = isKeyOf(w.role, by.role) ? w.role[by.role] : by.role;
  return (
    <Item data-kind={kind} data-event={event}>
      {isInternal && (
        <Flex tag="p" gap={1} paddingBottom={1}>
          {ClockSign ? (
            <ClockSign width="12" height="12" fill="warning700" aria-hidden />
          ) : (
            <Lock width="12" height="12" fill="warning700" aria-hidden />
          )}
          <Typography variant="sigma" textColor="warning700">
            {t(ClockSign ? 'entry.clock' : isOfFile ? 'entry.internalFile' : 'entry.internal')}
          </Typography>
        </Flex>
      )}
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography variant="omega">
          <strong>{by.name}</strong>{' '}
          <Typography variant="pi" textColor="neutral600">
            ({role})
          </Typography>{' '}
          {w.event[event]}
        </Typography>
        <Moment at={at} now={now} />
      </Flex>
      {status && (
        <Typography variant="pi" textColor="neutral700" tag="p">
          {t('entry.status')} {status.from ? `${w.status[status.from]} → ` : ''}
          <strong>{w.status[status.to]}</strong>
        </Typography>
      )}
      {Object.entries(facts).map(([name, value]) => (
        <Typography key={name} variant="pi" textColor="neutral700" tag="p" style={{ overflowWrap: 'anywhere' }}>
          {isKeyOf(w.fact, name) ? w.fact[name] : name}: <EntryFact name={name} value={value} />
        </Typography>
      ))}
      {text && (
        <Box paddingTop={2}>
          <Prose variant="omega" textColor="neutral800">
            <SaidText text={text} names={mentions} />
          </Prose>
        </Box>
      )}
    </Item>
  );
}
