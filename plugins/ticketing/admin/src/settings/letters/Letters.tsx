import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { nameOfKind, noticeWords } from '../../../../domain';
import type { LetterInfo, LetterState } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Ledger, LedgerLine } from '../../parts/Ledger';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { wordReason } from './reasons';
import { useResend } from './useResend';

const PAGE_SIZE = 50;

/** What is looked for in both ledgers. */
export interface Wanted {
  readonly q: string;
  readonly state: LetterState | '';
}
interface Props {
  readonly letter: LetterInfo;
  readonly isBusy: boolean;
  readonly onResend: () => void;
}

/** One letter: to whom, about what, why this one got it, and how it ended. */
function Letter({ letter, isBusy, onResend }: Props) {
  const { t, language } = useWords();
  const { reason, state, name, to, why, endedAt, createdAt } = letter;
  const about = letter.kinds.length
    ? letter.kinds.map((kind) => nameOfKind(language, kind)).join(', ')
    : t('letters.account');
  return (
    <LedgerLine
      title={letter.subject ?? `${letter.number ?? ''} ${about}`}
      about={[name, to, about, ...why.map((hat) => noticeWords(language).noticeWhy[hat])]}
      reason={reason === null ? null : wordReason(t, reason)}
      isFailed={state === 'FAILED'}
      state={t(`letters.state.${state}`)}
      at={endedAt ?? createdAt}
    >
      {letter.isResendable && (
        <Button size="S" variant="secondary" loading={isBusy} onClick={onResend}>
          {t('letters.resend')}
        </Button>
      )}
    </LedgerLine>
  );
}

/** Every letter that left or should have; the newest first. */
export function Letters({ q, state }: Wanted) {
  const { t } = useWords();
  const client = useClient();
  const [at, setAt] = useState(1);
  const live = useLive(
    `letters.${state}.${q}.${at}`,
    (signal) =>
      client.listLetters({ page: at, pageSize: PAGE_SIZE, ...(q && { q }), ...(state && { state }) }, { signal }),
    { every: 15_000, keepsEarlier: true },
  );
  const { busy, refusal, resend } = useResend((id) => client.resendLetter({ id }), live.refresh);
  return (
    <Loaded live={live}>
      {(page) => (
        <Panel title={t('letters.count', { count: page.pagination.total })}>
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          <Ledger name={t('letters.title')} page={page} onTurn={setAt} none={t('letters.none')}>
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
