import { Field, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Picker } from '../parts/Picker';
import { useRested } from '../parts/TicketPicker';
import { useWords } from '../words';
import type { FilingForm } from './useFiling';

const SHORTEST = 2;
const EVERY_MS = 300_000;

/** Somebody who has an account, found while they are on the phone: unit and contact are filled in, and stay to be changed. */
export function CallerSearch({ form }: { readonly form: FilingForm }) {
  const { t } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const rested = useRested(typed.trim());
  const q = rested.length >= SHORTEST ? rested : '';
  const { data, refusal } = useLive(
    `callers.${q}`,
    (signal) => (q ? client.findCallers({ q }, { signal }) : Promise.resolve([])),
    { every: EVERY_MS },
  );
  const options = (data ?? []).map(({ id, name, phone, skpd }) => ({
    value: String(id),
    label: name,
    detail: [skpd.name, phone].filter(Boolean).join(' · '),
  }));
  const take = (value: string) => {
    const person = data?.find(({ id }) => String(id) === value);
    if (!person) return;
    const { name, phone, email, skpd } = person;
    setTyped('');
    form.fill('skpd', { skpd: skpd.code, contactName: name, contactPhone: phone, contactEmail: email });
    for (const field of ['contact.name', 'contact.phone', 'contact.email']) form.fill(field, {});
  };
  return (
    <Field.Root name="caller" hint={t('filing.callerHint')}>
      <Field.Label>{t('filing.caller')}</Field.Label>
      <Picker
        value=""
        options={options}
        find={() => options}
        isLoading={!data && !refusal}
        placeholder={t('filing.findCaller')}
        onType={setTyped}
        onChange={take}
      />
      <Field.Hint />
      {refusal && (
        <Typography variant="pi" textColor="danger700">
          {refusal.message}
        </Typography>
      )}
    </Field.Root>
  );
}
