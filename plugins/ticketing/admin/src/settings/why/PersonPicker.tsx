import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { AccountHolder } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Picker } from '../../parts/Picker';
import { useRested } from '../../parts/TicketPicker';
import { useWords } from '../../words';

const keyOf = ({ door, id }: Pick<AccountHolder, 'door' | 'id'>): string => `${door}-${id}`;

interface Props {
  readonly value: AccountHolder | null;
  readonly onChange: (person: AccountHolder | null) => void;
}

/** Somebody with an account, found by a part of their name or unit. */
export function PersonPicker({ value, onChange }: Props) {
  const { t, w } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const q = useRested(typed.trim());
  const { data, refusal } = useLive(`people.${q}`, (signal) => client.listPeople({ ...(q && { q }) }, { signal }), {
    every: 300_000,
    keepsEarlier: true,
  });
  const found = data ?? [];
  const all = value && !found.some((person) => keyOf(person) === keyOf(value)) ? [value, ...found] : found;
  const options = all.map((person) => ({
    value: keyOf(person),
    label: person.name,
    detail: [...person.roles.map((role) => w.role[role]), person.unit].filter(Boolean).join(' · '),
  }));
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Picker
        value={value ? keyOf(value) : ''}
        options={options}
        find={() => options}
        onType={setTyped}
        isLoading={!data && !refusal}
        placeholder={t('why.findPerson')}
        onChange={(key) => {
          setTyped('');
          onChange(all.find((person) => keyOf(person) === key) ?? null);
        }}
      />
      {refusal && (
        <Typography variant="pi" textColor="danger700">
          {refusal.message}
        </Typography>
      )}
      {value && (
        <Typography variant="pi" textColor="neutral600" data-person={keyOf(value)}>
          {[...value.roles.map((role) => w.role[role]), value.unit].filter(Boolean).join(' · ') || t('why.noRole')}
        </Typography>
      )}
    </Flex>
  );
}
