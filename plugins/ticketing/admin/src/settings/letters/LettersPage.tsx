import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import { nameOfKind, type Refusal } from '../../../../domain';
import { LETTER_STATES, type LetterInfo, type LetterState } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Moment } from '../../parts/Moment';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { wordReason } from './reasons';
import { ShortMessages } from './ShortMessages';

const PAGE_SIZE = 50;
const Row = styled.li`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[4]};
  justify-content: space-between;
  padding-block: ${({ theme }) => theme.spaces[3]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
`;

interface Props {
  readonly letter: LetterInfo;
  readonly isBusy: boolean;
  readonly onResend: () => void;
}

/** One letter: to whom, about what, and how it ended. */
function Letter({ letter, isBusy, onResend }: Props) {
  const { t, language } = useWords();
  const { reason, state } = letter;
  const about = letter.kinds.length
    ? letter.kinds.map((kind) => nameOfKind(language, kind)).join(', ')
    : t('letters.account');
  return (
    <Row>
      <div style={{ flex: '1 1 32rem', minWidth: 0 }}>
        <Typography tag="p" fontWeight="semiBold">
          {letter.subject ?? `${letter.number ?? ''} ${about}`}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {letter.name} · {letter.to} · {about}
        </Typography>
        {reason !== null && (
          <Typography tag="p" textColor={state === 'FAILED' ? 'danger700' : 'neutral700'}>
            {wordReason(t, reason)}
          </Typography>
        )}
      </div>
      <Flex direction="column" alignItems="flex-end" gap={1}>
        <Typography fontWeight="semiBold">{t(`letters.state.${state}`)}</Typography>
        <Moment at={letter.endedAt ?? letter.createdAt} />
        {(state === 'FAILED' || state === 'DROPPED') && (
          <Button size="S" variant="secondary" loading={isBusy} onClick={onResend}>
            {t('letters.resend')}
          </Button>
        )}
      </Flex>
    </Row>
  );
}

function Ledger() {
  const { t } = useWords();
  const client = useClient();
  const [state, setState] = useState<LetterState | ''>('');
  const [page, setPage] = useState(1);
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const live = useLive(
    `letters.${state}.${page}`,
    (signal) => client.listLetters({ page, pageSize: PAGE_SIZE, ...(state && { state }) }, { signal }),
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
      {({ rows, pagination }) => (
        <Panel
          title={t('letters.count', { count: pagination.total })}
          aside={
            <SingleSelect
              aria-label={t('letters.filter')}
              value={state || 'all'}
              onChange={(value) => {
                setPage(1);
                setState(value === 'all' ? '' : (String(value) as LetterState));
              }}
            >
              <SingleSelectOption value="all">{t('letters.all')}</SingleSelectOption>
              {LETTER_STATES.map((each) => (
                <SingleSelectOption key={each} value={each}>
                  {t(`letters.state.${each}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          }
        >
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          {rows.length === 0 && <Notice kind="remark">{t('letters.none')}</Notice>}
          <ul>
            {rows.map((letter) => (
              <Letter
                key={letter.id}
                letter={letter}
                isBusy={busy === letter.id}
                onResend={() => void resend(letter.id)}
              />
            ))}
          </ul>
          <Flex gap={3} paddingTop={4}>
            <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
              {t('letters.newer')}
            </Button>
            <Button variant="tertiary" disabled={page >= pagination.pageCount} onClick={() => setPage(page + 1)}>
              {t('letters.older')}
            </Button>
          </Flex>
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
        <Ledger />
        <ShortMessages />
      </Flex>
    </SettingsPage>
  );
}
