import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Refusal } from '../../../../domain';
import type { Webhook, WebhookDelivery } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { ListRow } from '../../parts/ListRow';
import { Loaded } from '../../parts/Loaded';
import { Moment } from '../../parts/Moment';
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
    <ListRow data-delivery={number ?? event}>
      <div style={{ flex: '1 1 24rem', minWidth: 0 }}>
        <Typography tag="p" fontWeight="semiBold">
          {[number, eventName(speech, event)].filter(Boolean).join(' · ')}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Moment at={endedAt ?? createdAt} /> · {t('webhooks.attempts', { count: attempts })}
          {durationMs !== null && ` · ${durationMs} ms`}
          {status !== null && ` · HTTP ${status}`}
        </Typography>
        {reason !== null && (
          <Typography tag="p" variant="pi" textColor={state === 'FAILED' ? 'danger700' : 'neutral700'}>
            {known ? t(known) : reason}
          </Typography>
        )}
      </div>
      <Flex gap={3} alignItems="center">
        <Typography variant="omega" fontWeight="semiBold">
          {t(`letters.state.${state}`)}
        </Typography>
        {state !== 'WAITING' && state !== 'SENDING' && (
          <Button size="S" variant="tertiary" loading={isBusy} onClick={onResend}>
            {t('letters.resend')}
          </Button>
        )}
      </Flex>
    </ListRow>
  );
}

/** What was sent to one webhook, the newest first. */
export function Deliveries({ webhook: { id } }: { readonly webhook: Webhook }) {
  const { t } = useWords();
  const client = useClient();
  const [page, setPage] = useState(1);
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const live = useLive(
    `webhooks.${id}.${page}`,
    (signal) => client.listDeliveries({ id, page, pageSize: PAGE_SIZE }, { signal }),
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
      {({ rows, pagination }) => (
        <>
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          {rows.length === 0 && <Notice kind="remark">{t('webhooks.nothingSent')}</Notice>}
          <ul>
            {rows.map((delivery) => (
              <Delivery
                key={delivery.id}
                delivery={delivery}
                isBusy={busy === delivery.id}
                onResend={() => void resend(delivery.id)}
              />
            ))}
          </ul>
          {pagination.pageCount > 1 && (
            <Flex gap={3} paddingTop={3}>
              <Button size="S" variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
                {t('letters.newer')}
              </Button>
              <Button
                size="S"
                variant="tertiary"
                disabled={page >= pagination.pageCount}
                onClick={() => setPage(page + 1)}
              >
                {t('letters.older')}
              </Button>
            </Flex>
          )}
        </>
      )}
    </Loaded>
  );
}
