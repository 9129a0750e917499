import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { nameOfKind, noticeWords, wordDevice, type Language } from '../../../../domain';
import type { ShortMessageInfo } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Ledger, LedgerLine } from '../../parts/Ledger';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import type { Wanted } from './Letters';
import { wordReason } from './reasons';
import { useResend } from './useResend';

const PAGE_SIZE = 25;

const placeOf = (
  t: ReturnType<typeof useWords>['t'],
  language: Language,
  { channel, device }: ShortMessageInfo,
): string =>
  channel === 'whatsapp'
    ? t('notices.channel.whatsapp')
    : device
      ? wordDevice(language, device)
      : t('letters.noDevice');

interface Props {
  readonly message: ShortMessageInfo;
  readonly isBusy: boolean;
  readonly onResend: () => void;
}

/** One message on a device or by WhatsApp: to whom, about what, why, and how it ended. */
function ShortMessage({ message, isBusy, onResend }: Props) {
  const { t, language } = useWords();
  const { number, kind, why, name, state, status, reason, endedAt, createdAt } = message;
  return (
    <LedgerLine
      title={`${number} ${nameOfKind(language, kind)}`}
      about={[name, placeOf(t, language, message), noticeWords(language).noticeWhy[why]]}
      reason={
        reason === null
          ? null
          : [wordReason(t, reason), status && t('letters.answered', { status })].filter(Boolean).join(' · ')
      }
      isFailed={state === 'FAILED'}
      state={t(`letters.state.${state}`)}
      at={endedAt ?? createdAt}
    >
      {message.isResendable && (
        <Button size="S" variant="secondary" loading={isBusy} onClick={onResend}>
          {t('letters.resend')}
        </Button>
      )}
    </LedgerLine>
  );
}

/** What people were told on devices and by WhatsApp: the newest first, for three months. */
export function ShortMessages({ q, state }: Wanted) {
  const { t } = useWords();
  const client = useClient();
  const [at, setAt] = useState(1);
  const live = useLive(
    `short-messages.${state}.${q}.${at}`,
    (signal) =>
      client.listShortMessages({ page: at, pageSize: PAGE_SIZE, ...(q && { q }), ...(state && { state }) }, { signal }),
    { every: 15_000, keepsEarlier: true },
  );
  const { busy, refusal, resend } = useResend((id) => client.resendShortMessage({ id }), live.refresh);
  return (
    <Loaded live={live}>
      {(page) => (
        <Panel title={t('letters.devices', { count: page.pagination.total })}>
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          <Ledger
            name={t('letters.devices', { count: page.pagination.total })}
            page={page}
            onTurn={setAt}
            none={t('letters.noneToDevices')}
          >
            {(message) => (
              <ShortMessage
                key={message.id}
                message={message}
                isBusy={busy === message.id}
                onResend={() => void resend(message.id)}
              />
            )}
          </Ledger>
        </Panel>
      )}
    </Loaded>
  );
}
