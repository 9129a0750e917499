import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Webhook } from '../../../../domain/contract';
import { Fold } from '../../parts/Fold';
import { ListRow, RowWords } from '../../parts/ListRow';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { Deliveries } from './Deliveries';
import { eventName } from './WebhookDialog';

export type Deed = 'change' | 'try' | 'renew' | 'endFormer' | 'remove';
const DEEDS: readonly Deed[] = ['change', 'try', 'renew', 'endFormer', 'remove'];
const COLOURS = {
  active: ['success100', 'success700'],
  resting: ['neutral150', 'neutral700'],
  failing: ['danger100', 'danger700'],
} as const;

interface Props {
  readonly webhook: Webhook;
  readonly isBusy: boolean;
  readonly onDo: (deed: Deed) => void;
}

/** One webhook: where to, of what, how it goes, and the log of its messages. */
export function WebhookItem({ webhook, isBusy, onDo }: Props) {
  const speech = useWords();
  const { t, language } = speech;
  const [isOpen, setOpen] = useState(false);
  const { name, url, events, isActive, waiting, failed, formerUntil } = webhook;
  const state = !isActive ? 'resting' : failed > 0 ? 'failing' : 'active';
  return (
    <ListRow data-webhook={name}>
      <RowWords
        name={name}
        state={t(`webhooks.state.${state}`, { count: failed })}
        colours={COLOURS[state]}
        about={[url, waiting > 0 && t('webhooks.waiting', { count: waiting })].map((said) => said || null)}
      >
        <Typography tag="p" variant="pi" textColor="neutral600">
          {events.map((event) => eventName(speech, event)).join(', ')}
        </Typography>
        {formerUntil !== null && (
          <Typography tag="p" variant="pi" textColor="neutral700">
            {t('webhooks.formerUntil', { until: timeTeller(language).exact(formerUntil) })}
          </Typography>
        )}
      </RowWords>
      <Flex gap={2} wrap="wrap">
        {DEEDS.filter((deed) => deed !== 'endFormer' || formerUntil !== null).map((deed) => (
          <Button
            key={deed}
            size="S"
            variant={deed === 'remove' ? 'danger-light' : 'tertiary'}
            disabled={isBusy}
            aria-label={`${t(`webhooks.do.${deed}`)}: ${name}`}
            onClick={() => onDo(deed)}
          >
            {t(`webhooks.do.${deed}`)}
          </Button>
        ))}
      </Flex>
      <div style={{ flex: '1 1 100%', minWidth: 0 }}>
        <Fold title={t('webhooks.log')} name={`log-${webhook.id}`} onOpen={() => setOpen(true)}>
          {isOpen && <Deliveries webhook={webhook} />}
        </Fold>
      </div>
    </ListRow>
  );
}
