import { Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { TicketSummary } from '../../../domain';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { useWords } from '../words';
import { Picker } from './Picker';
import { StatusMark } from './StatusMark';

const PAUSE_MS = 300;
const SHOWN = 10;
const FIVE_MINUTES_MS = 300_000;

/** What was typed, once the fingers rest: a question per letter is more than a weak line bears. */
export function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return rested;
}

interface Props {
  readonly value: string;
  readonly exclude?: string;
  readonly onChange: (number: string) => void;
}

/** A ticket, found by its number or by any of its words; the one chosen stands below with how it is. */
export function TicketPicker({ value, exclude, onChange }: Props) {
  const { t } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<TicketSummary | null>(null);
  // A kept draft knows only the number; asking for it brings back the rest.
  const q = useRested(typed.trim() || (chosen ? '' : value));
  const { data, refusal } = useLive(
    `find.${q}`,
    (signal) => client.listTickets({ ...(q && { q }), pageSize: SHOWN, sort: '-updatedAt' }, { signal }),
    { every: FIVE_MINUTES_MS, keepsEarlier: true },
  );
  const rows = (data?.rows ?? []).filter(({ number }) => number !== exclude);
  const found = rows.find(({ number }) => number === value) ?? (chosen?.number === value ? chosen : null);
  const all = found && !rows.includes(found) ? [found, ...rows] : rows;
  const options = all.map(({ number, title }) => ({ value: number, label: `${number} · ${title}` }));
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Picker
        value={value}
        options={options}
        find={() => options}
        isLoading={!data && !refusal}
        placeholder={t('pick.ticket')}
        onType={setTyped}
        onChange={(number) => {
          setChosen(all.find((row) => row.number === number) ?? null);
          setTyped('');
          onChange(number);
        }}
      />
      {refusal && (
        <Typography variant="pi" textColor="danger700">
          {refusal.message}
        </Typography>
      )}
      {found && value && (
        <Flex gap={2} wrap="wrap" data-chosen={found.number}>
          <StatusMark status={found.status} />
          <Typography variant="pi" textColor="neutral700">
            {found.skpd.name} · {found.category.name}
          </Typography>
        </Flex>
      )}
    </Flex>
  );
}
