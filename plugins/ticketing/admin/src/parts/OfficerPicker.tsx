import { Flex, Typography } from '@strapi/design-system';
import { useOfficers } from '../live/useOfficers';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { Picker } from './Picker';

interface Props {
  readonly value: string;
  /** Officers that are no choice here: whoever is there already. */
  readonly without?: readonly (number | undefined)[];
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/**
 * Officers to choose from, the least burdened first, each with the work already on the desk. Whoever is on leave can be
 * chosen too, and is marked before and after.
 */
export function OfficerPicker({ value, without = [], placeholder, onChange }: Props) {
  const { t, language } = useWords();
  const { data } = useOfficers();
  const { date } = timeTeller(language);
  const officers = (data ?? [])
    .filter(({ id }) => !without.includes(id))
    .sort((a, b) => a.openTickets - b.openTickets || a.name.localeCompare(b.name));
  const options = officers.map(({ id, name, teams, openTickets, awayUntil }) => ({
    value: String(id),
    label: name,
    detail: [
      ...(awayUntil ? [t('action.away', { day: date(awayUntil) })] : []),
      t('action.load', { count: openTickets, teams: teams.join(', ') || '–' }),
    ].join(' · '),
  }));
  const chosen = officers.find(({ id }) => String(id) === value);
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Picker
        value={value}
        options={options}
        isLoading={!data}
        placeholder={placeholder ?? t('action.choose')}
        onChange={onChange}
      />
      <Typography variant="pi" textColor="warning700" role="status">
        {chosen?.awayUntil ? t('action.awayChosen', { name: chosen.name, day: date(chosen.awayUntil) }) : ''}
      </Typography>
    </Flex>
  );
}
