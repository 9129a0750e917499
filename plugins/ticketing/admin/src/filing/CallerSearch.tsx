import { Field, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { wibDay } from '../../../domain';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Picker } from '../parts/Picker';
import { useRested } from '../parts/TicketPicker';
import { timeTeller } from '../time';
import { useWords } from '../words';
import type { FilingForm } from './useFiling';

const SHORTEST = 2;
const EVERY_MS = 300_000;
/** As a ticket in other hands shows a contact. */
const isHeldBack = (text: string): boolean => text.includes('•');

/**
 * Somebody who has an account or called before, found while they are on the phone: unit and contact are filled in, and stay
 * to be changed.
 */
export function CallerSearch({ form }: { readonly form: FilingForm }) {
  const { t, language } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const rested = useRested(typed.trim());
  const q = rested.length >= SHORTEST ? rested : '';
  const { data, refusal } = useLive(
    `callers.${q}`,
    (signal) => (q ? client.findCallers({ q }, { signal }) : Promise.resolve([])),
    { every: EVERY_MS },
  );
  // Whoever has no account has no id either: their place in this very answer is theirs.
  const options = (data ?? []).map(({ name, phone, skpd, calledAt }, place) => ({
    value: `${q}.${place}`,
    label: name,
    detail: [
      skpd.name,
      phone,
      calledAt && t('filing.calledOn', { day: timeTeller(language).date(wibDay(Date.parse(calledAt))) }),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  const [hasGap, setHasGap] = useState(false);
  const take = (value: string) => {
    const person = data?.[options.findIndex((option) => option.value === value)];
    if (!person) return;
    const { name, phone, email, skpd } = person;
    setTyped('');
    setHasGap(isHeldBack(phone));
    // What is held back is asked for; nobody else's number stays beside this name.
    const shown = (text: string | null) => (text === null || isHeldBack(text) ? '' : text);
    form.fill('skpd', {
      skpd: skpd.code,
      contactName: name,
      contactPhone: shown(phone),
      contactEmail: shown(email),
    });
    for (const field of ['contact.name', 'contact.phone', 'contact.email']) form.fill(field, {});
  };
  return (
    <Field.Root name="caller" hint={t(hasGap ? 'filing.heldBack' : 'filing.callerHint')}>
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
