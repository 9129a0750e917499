import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import { isRefusalCode, QUARANTINE_REASONS, wordRefusal, type QuarantineReason } from '../../../../domain';
import type { QuarantinedMail } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Moment } from '../../parts/Moment';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';

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

/** One mail that was not taken: from whom, about what, and why. */
function Mail({ mail }: { readonly mail: QuarantinedMail }) {
  const { t, language } = useWords();
  const { detail } = mail;
  return (
    <Row>
      <div style={{ flex: '1 1 32rem', minWidth: 0 }}>
        <Typography tag="p" fontWeight="semiBold">
          {mail.subject || t('inboundMail.noSubject')}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {[mail.sender || t('inboundMail.noSender'), mail.number].filter(Boolean).join(' · ')}
        </Typography>
        <Typography tag="p" textColor="neutral700">
          {t(`inboundMail.reason.${mail.reason}`)}
          {detail !== null &&
            isRefusalCode(detail) &&
            ` ${wordRefusal(language, detail, { number: mail.number ?? '' })}`}
        </Typography>
      </div>
      <Moment at={mail.at} />
    </Row>
  );
}

/** What came and did not become a comment, the newest first. */
export function Quarantine() {
  const { t } = useWords();
  const client = useClient();
  const [reason, setReason] = useState<QuarantineReason | ''>('');
  const [page, setPage] = useState(1);
  const live = useLive(
    `quarantine.${reason}.${page}`,
    (signal) => client.listQuarantine({ page, pageSize: PAGE_SIZE, ...(reason && { reason }) }, { signal }),
    { every: 60_000, keepsEarlier: true },
  );
  return (
    <Loaded live={live}>
      {({ rows, pagination }) => (
        <Panel
          title={t('inboundMail.quarantine', { count: pagination.total })}
          aside={
            <SingleSelect
              aria-label={t('inboundMail.filter')}
              value={reason || 'all'}
              onChange={(value) => {
                setPage(1);
                setReason(value === 'all' ? '' : (String(value) as QuarantineReason));
              }}
            >
              <SingleSelectOption value="all">{t('inboundMail.all')}</SingleSelectOption>
              {QUARANTINE_REASONS.map((each) => (
                <SingleSelectOption key={each} value={each}>
                  {t(`inboundMail.reason.${each}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          }
        >
          <Typography tag="p" textColor="neutral600" paddingBottom={2}>
            {t('inboundMail.quarantineLead')}
          </Typography>
          {rows.length === 0 && <Notice kind="remark">{t('inboundMail.none')}</Notice>}
          <ul>
            {rows.map((mail) => (
              <Mail key={mail.id} mail={mail} />
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
