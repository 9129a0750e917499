import { Button } from '@strapi/design-system';
import { useState } from 'react';
import type { Refusal } from '../../../../domain';
import type { Webhook, WebhookDelivery } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Ledger, LedgerLine } from '../../parts/Ledger';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { useWords, type Key } from '../../words';
import { eventName } from './WebhookDialog';

const PAGE_SIZE = 10;
/** How often the log is asked after while it is open, in ms. */
const EVERY_MS = 5000;
/** Reasons of our own; the machine's words stand as they are. */
const REASONS: Readonly<Record<string, Key>> = {
  refused: 'webhooks.reason.refused',
  tooSlow: 'webhooks.reason.tooSlow',
  forbiddenAddress: 'webhooks.reason.forbiddenAddress',
  switchedOff: 'webhooks.reason.switchedOff',
  secretUnreadable: 'webhooks.reason.secretUnreadable',
};

interface RowProps {
  readonly delivery: WebhookDelivery;
  readonly isBusy: boolean;
  readonly onResend: () => void;
}

/** One message: what it told, how its last attempt went, and how it ended. */
function Delivery({ delivery, isBusy, onResend }: RowProps) {
  const speech = useWords();
  const { t } = speech;
  const { event, number, state, attempts, status, durationMs, reason, createdAt, endedAt } = delivery;
  const known = reason === null ? undefined : REASONS[reason];
  return (
    <LedgerLine
      title={[number, eventName(speech, event)].filter(Boolean).join(' · ')}
      about={[
        t('webhooks.attempts', { count: attempts }),
        durationMs === null ? null : `${durationMs} ms`,
        status === null ? null : `HTTP ${status}`,
      ]}
      reason={known ? t(known) : reason}
      isFailed={state === 'FAILED'}
      state={t(`letters.state.${state}`)}
      at={endedAt ?? createdAt}
    >
      {state !== 'WAITING' && state !== 'SENDING' && (
        <Button size="S" variant="tertiary" loading={isBusy} onClick={onResend}>
          {t('letters.resend')}
        </Button>
      )}
    </LedgerLine>
  );
}

/** What was sent to one webhook, the newest first. */
export function Deliveries({ webhook: { id, name } }: { readonly webhook: Webhook }) {
  const { t } = useWords();
  const client = useClient();
  const [at, setAt] = useState(1);
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const live = useLive(
    `webhooks.${id}.${at}`,
    (signal) => client.listDeliveries({ id, page: at, pageSize: PAGE_SIZE }, { signal }),
    { every: EVERY_MS, keepsEarlier: true },
  );
  const resend = async (delivery: number): Promise<void> => {
    setBusy(delivery);
    setRefusal(null);
    await client.resendDelivery({ id: delivery }).catch((error: unknown) => setRefusal(toRefusal(error)));
    setBusy(null);
    live.refresh();
  };
  return (
    <Loaded live={live}>
      {(page) => (
        <>
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          <Ledger name={`${t('webhooks.log')}, ${name}`} page={page} onTurn={setAt} none={t('webhooks.nothingSent')}>
            {(delivery) => (
              <Delivery
                key={delivery.id}
                delivery={delivery}
                isBusy={busy === delivery.id}
                onResend={() => void resend(delivery.id)}
              />
            )}
          </Ledger>
        </>
      )}
    </Loaded>
  );
}
