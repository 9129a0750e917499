import { Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { TicketDetail } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Fold } from '../parts/Fold';
import { Notice } from '../parts/Notice';
import { Reasons } from '../parts/Reasons';
import { timeTeller } from '../time';
import { useWords } from '../words';

function Answers({ ticket }: { readonly ticket: TicketDetail }) {
  const { t, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  // Whatever moves the ticket changes what is offered, and so the reasons.
  const { data, refusal, refresh } = useLive(
    `why.${me.actor.id}.${ticket.number}.${ticket.updatedAt}.${ticket.actions.join()}`,
    (signal) => client.explainTicket({ number: ticket.number }, { signal }),
    { every: 60_000, keepsEarlier: true },
  );
  if (!data)
    return refusal ? (
      <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
        {refusal.message}
      </Notice>
    ) : (
      <Flex justifyContent="center" padding={3}>
        <Loader small>{t('loading')}</Loader>
      </Flex>
    );
  const refused = data.filter(({ allowed }) => !allowed);
  const { approval, status, unansweredAt, missingDocuments } = ticket;
  if (refused.length === 0)
    return (
      <Typography variant="omega" textColor="neutral600">
        {t('why.allAllowed')}
      </Typography>
    );
  return (
    <Reasons
      answers={refused}
      about={{
        status,
        ...(missingDocuments.length > 0 && { documents: missingDocuments.join(', ') }),
        ...(approval && { approver: approval.approver }),
        ...(unansweredAt && { until: timeTeller(language).exact(unansweredAt) }),
      }}
    />
  );
}

/** *Mengapa tidak boleh?*: what is not offered, and why. Asked of the server only when somebody looks. */
export function WhyNot({ ticket }: { readonly ticket: TicketDetail }) {
  const { t } = useWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <Fold title={t('why.title')} name="why" onOpen={() => setAsked(true)}>
      {isAsked && <Answers ticket={ticket} />}
    </Fold>
  );
}
