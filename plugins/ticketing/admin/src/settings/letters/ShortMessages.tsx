import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import { nameOfKind, noticeWords, wordDevice, type Language } from '../../../../domain';
import type { ShortMessageInfo } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Moment } from '../../parts/Moment';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { wordReason } from './reasons';

const PAGE_SIZE = 25;
const Row = styled.li`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[4]};
  justify-content: space-between;
  padding-block: ${({ theme }) => theme.spaces[3]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
`;

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
  const { number, kind, why, name, state, status, reason } = message;
  return (
    <Row>
      <div style={{ flex: '1 1 32rem', minWidth: 0 }}>
        <Typography tag="p" fontWeight="semiBold">
          {number} {nameOfKind(language, kind)}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {name} · {placeOf(t, language, message)} · {noticeWords(language).noticeWhy[why]}
        </Typography>
        {reason !== null && (
          <Typography tag="p" textColor={state === 'FAILED' ? 'danger700' : 'neutral700'}>
            {[wordReason(t, reason), status && t('letters.answered', { status })].filter(Boolean).join(' · ')}
          </Typography>
        )}
      </div>
      <Flex direction="column" alignItems="flex-end" gap={1}>
        <Typography fontWeight="semiBold">{t(`letters.state.${state}`)}</Typography>
        <Moment at={message.endedAt ?? message.createdAt} />
      </Flex>
    </Row>
  );
}

/** What people were told on devices and by WhatsApp: the newest first, for three months. */
export function ShortMessages() {
  const { t } = useWords();
  const client = useClient();
  const [page, setPage] = useState(1);
  const live = useLive(
    `short-messages.${page}`,
    (signal) => client.listShortMessages({ page, pageSize: PAGE_SIZE }, { signal }),
    { every: 15_000, keepsEarlier: true },
  );
  return (
    <Loaded live={live}>
      {({ rows, pagination }) => (
        <Panel title={t('letters.devices', { count: pagination.total })}>
          {rows.length === 0 && <Notice kind="remark">{t('letters.noneToDevices')}</Notice>}
          <ul>
            {rows.map((message) => (
              <ShortMessage key={message.id} message={message} />
            ))}
          </ul>
          {pagination.pageCount > 1 && (
            <Flex gap={3} paddingTop={4}>
              <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
                {t('letters.newer')}
              </Button>
              <Button variant="tertiary" disabled={page >= pagination.pageCount} onClick={() => setPage(page + 1)}>
                {t('letters.older')}
              </Button>
            </Flex>
          )}
        </Panel>
      )}
    </Loaded>
  );
}
