import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { isRefusalCode, QUARANTINE_REASONS, wordRefusal, type QuarantineReason } from '../../../../domain';
import type { QuarantinedMail } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Ledger, LedgerLine } from '../../parts/Ledger';
import { Loaded } from '../../parts/Loaded';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { FindChoice } from '../FindBar';

const PAGE_SIZE = 25;

/** One mail that was not taken: from whom, about what, and why. */
function Mail({ mail }: { readonly mail: QuarantinedMail }) {
  const { t, language } = useWords();
  const { detail, number } = mail;
  const refused =
    detail !== null && isRefusalCode(detail) ? wordRefusal(language, detail, { number: number ?? '' }) : null;
  return (
    <LedgerLine
      title={mail.subject || t('inboundMail.noSubject')}
      about={[mail.sender || t('inboundMail.noSender'), number]}
      reason={[t(`inboundMail.reason.${mail.reason}`), refused].filter(Boolean).join(' ')}
      at={mail.at}
    />
  );
}

/** What came and did not become a comment, the newest first. */
export function Quarantine() {
  const { t } = useWords();
  const client = useClient();
  const [reason, setReason] = useState<QuarantineReason | ''>('');
  const [at, setAt] = useState(1);
  const live = useLive(
    `quarantine.${reason}.${at}`,
    (signal) => client.listQuarantine({ page: at, pageSize: PAGE_SIZE, ...(reason && { reason }) }, { signal }),
    { every: 60_000, keepsEarlier: true },
  );
  return (
    <Loaded live={live}>
      {(page) => (
        <Panel
          title={t('inboundMail.quarantine', { count: page.pagination.total })}
          aside={
            <FindChoice
              name="reason"
              label={t('inboundMail.filter')}
              values={QUARANTINE_REASONS}
              wordOf={(each) => t(`inboundMail.reason.${each}`)}
              chosen={reason || 'all'}
              onChoose={(chosen) => {
                setAt(1);
                setReason(chosen === 'all' ? '' : chosen);
              }}
            />
          }
        >
          <Typography tag="p" textColor="neutral600" paddingBottom={2}>
            {t('inboundMail.quarantineLead')}
          </Typography>
          <Ledger
            name={t('inboundMail.quarantine', { count: page.pagination.total })}
            page={page}
            onTurn={setAt}
            none={t('inboundMail.none')}
          >
            {(mail) => <Mail key={mail.id} mail={mail} />}
          </Ledger>
        </Panel>
      )}
    </Loaded>
  );
}
