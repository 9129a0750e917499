import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { nameOfKind, type Refusal } from '../../../../domain';
import { LETTER_STATES, type LetterInfo, type LetterState } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Ledger, LedgerLine } from '../../parts/Ledger';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { FindChoice } from '../FindBar';
import { SettingsPage } from '../SettingsPage';
import { wordReason } from './reasons';
import { ShortMessages } from './ShortMessages';

const PAGE_SIZE = 50;

interface Props {
  readonly letter: LetterInfo;
  readonly isBusy: boolean;
  readonly onResend: () => void;
}

/** One letter: to whom, about what, and how it ended. */
function Letter({ letter, isBusy, onResend }: Props) {
  const { t, language } = useWords();
  const { reason, state, name, to, endedAt, createdAt } = letter;
  const about = letter.kinds.length
    ? letter.kinds.map((kind) => nameOfKind(language, kind)).join(', ')
    : t('letters.account');
  return (
    <LedgerLine
      title={letter.subject ?? `${letter.number ?? ''} ${about}`}
      about={[name, to, about]}
      reason={reason === null ? null : wordReason(t, reason)}
      isFailed={state === 'FAILED'}
      state={t(`letters.state.${state}`)}
      at={endedAt ?? createdAt}
    >
      {(state === 'FAILED' || state === 'DROPPED') && (
        <Button size="S" variant="secondary" loading={isBusy} onClick={onResend}>
          {t('letters.resend')}
        </Button>
      )}
    </LedgerLine>
  );
}

function Letters() {
  const { t } = useWords();
  const client = useClient();
  const [state, setState] = useState<LetterState | ''>('');
  const [at, setAt] = useState(1);
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const live = useLive(
    `letters.${state}.${at}`,
    (signal) => client.listLetters({ page: at, pageSize: PAGE_SIZE, ...(state && { state }) }, { signal }),
    { every: 15_000, keepsEarlier: true },
  );
  const resend = async (id: number): Promise<void> => {
    setBusy(id);
    setRefusal(null);
    await client.resendLetter({ id }).catch((error: unknown) => setRefusal(toRefusal(error)));
    setBusy(null);
    live.refresh();
  };
  return (
    <Loaded live={live}>
      {(page) => (
        <Panel
          title={t('letters.count', { count: page.pagination.total })}
          aside={
            <FindChoice
              name="state"
              label={t('letters.filter')}
              values={LETTER_STATES}
              wordOf={(each) => t(`letters.state.${each}`)}
              chosen={state || 'all'}
              onChoose={(chosen) => {
                setAt(1);
                setState(chosen === 'all' ? '' : chosen);
              }}
            />
          }
        >
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          <Ledger page={page} onTurn={setAt} none={t('letters.none')}>
            {(letter) => (
              <Letter
                key={letter.id}
                letter={letter}
                isBusy={busy === letter.id}
                onResend={() => void resend(letter.id)}
              />
            )}
          </Ledger>
        </Panel>
      )}
    </Loaded>
  );
}

/** Surat keluar: every letter and message on a device that left or should have, and why it did not. */
export default function LettersPage() {
  return (
    <SettingsPage title="letters.title" lead="letters.lead" openTo="settings:manage">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Letters />
        <ShortMessages />
      </Flex>
    </SettingsPage>
  );
}
