import { useState } from 'react';
import { nameOfKind, noticeWords, wordDevice, type Language } from '../../../../domain';
import type { ShortMessageInfo } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Ledger, LedgerLine } from '../../parts/Ledger';
import { Loaded } from '../../parts/Loaded';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { wordReason } from './reasons';

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

/** One message on a device or by WhatsApp: to whom, about what, why, and how it ended. */
function ShortMessage({ message }: { readonly message: ShortMessageInfo }) {
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
    />
  );
}

/** What people were told on devices and by WhatsApp: the newest first, for three months. */
export function ShortMessages() {
  const { t } = useWords();
  const client = useClient();
  const [at, setAt] = useState(1);
  const live = useLive(
    `short-messages.${at}`,
    (signal) => client.listShortMessages({ page: at, pageSize: PAGE_SIZE }, { signal }),
    { every: 15_000, keepsEarlier: true },
  );
  return (
    <Loaded live={live}>
      {(page) => (
        <Panel title={t('letters.devices', { count: page.pagination.total })}>
          <Ledger page={page} onTurn={setAt} none={t('letters.noneToDevices')}>
            {(message) => <ShortMessage key={message.id} message={message} />}
          </Ledger>
        </Panel>
      )}
    </Loaded>
  );
}
