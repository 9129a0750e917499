import { Flex } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LETTER_STATES } from '../../../../domain/contract';
import { useWords } from '../../words';
import { FindBar, FindChoice } from '../FindBar';
import { SettingsPage } from '../SettingsPage';
import { Letters, type Wanted } from './Letters';
import { ShortMessages } from './ShortMessages';

/** A question per letter typed is more than a weak line bears. */
const REST_MS = 300;

interface FilterProps {
  readonly wanted: Wanted;
  readonly onChange: (part: Partial<Wanted>) => void;
}

function Filters({ wanted, onChange }: FilterProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(wanted.q);
  useEffect(() => {
    if (typed === wanted.q) return;
    const timer = window.setTimeout(() => onChange({ q: typed }), REST_MS);
    return () => window.clearTimeout(timer);
  });
  return (
    <FindBar label={t('letters.find')} search={t('letters.search')} typed={typed} onType={setTyped}>
      <FindChoice
        name="state"
        label={t('letters.filter')}
        values={LETTER_STATES}
        wordOf={(value) => t(`letters.state.${value}`)}
        chosen={wanted.state || 'all'}
        onChoose={(state) => onChange({ state: state === 'all' ? '' : state })}
      />
    </FindBar>
  );
}

/** What left of one ticket or to one person; a ticket's page leads here with its number. */
function Ledgers() {
  const [place] = useSearchParams();
  const [wanted, setWanted] = useState<Wanted>({ q: place.get('q') ?? '', state: '' });
  const key = `${wanted.q}.${wanted.state}`;
  return (
    <>
      <Filters wanted={wanted} onChange={(part) => setWanted({ ...wanted, ...part })} />
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Letters key={`letters.${key}`} {...wanted} />
        <ShortMessages key={`short.${key}`} {...wanted} />
      </Flex>
    </>
  );
}

/** Surat keluar: every letter and message on a device that left or should have, and why it did not. */
export default function LettersPage() {
  return (
    <SettingsPage title="letters.title" lead="letters.lead" openTo="settings:manage">
      <Ledgers />
    </SettingsPage>
  );
}
