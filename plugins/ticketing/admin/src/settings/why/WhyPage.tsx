import { Field, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { AccountHolder } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Panel } from '../../parts/Panel';
import { Reasons } from '../../parts/Reasons';
import { TicketPicker } from '../../parts/TicketPicker';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { PersonPicker } from './PersonPicker';

function Answers({ person, ticket }: { readonly person: AccountHolder; readonly ticket: string }) {
  const { t, language } = useWords();
  const client = useClient();
  const live = useLive(
    `why.${person.door}.${person.id}.${ticket}`,
    async (signal) => {
      const [answers, detail] = await Promise.all([
        client.explainAuthority({ ticket, door: person.door, user: person.id }, { signal }),
        client.getTicket({ number: ticket }, { signal }),
      ]);
      return { answers, detail };
    },
    { every: 30_000 },
  );
  return (
    <Loaded live={live}>
      {({ answers, detail: { status, approval, unansweredAt, missingDocuments } }) => {
        const about = {
          status,
          ...(missingDocuments.length > 0 && { documents: missingDocuments.join(', ') }),
          ...(approval && { approver: approval.approver }),
          ...(unansweredAt && { until: timeTeller(language).exact(unansweredAt) }),
        };
        const [may, mayNot] = [answers.filter(({ allowed }) => allowed), answers.filter(({ allowed }) => !allowed)];
        return (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Panel title={t('why.mayTitle', { name: person.name, count: may.length })}>
              {may.length > 0 ? (
                <Reasons answers={may} about={about} />
              ) : (
                <Typography variant="omega" textColor="neutral600">
                  {t('why.mayNothing')}
                </Typography>
              )}
            </Panel>
            {mayNot.length > 0 && (
              <Panel title={t('why.mayNotTitle', { count: mayNot.length })}>
                <Reasons answers={mayNot} about={about} />
              </Panel>
            )}
          </Flex>
        );
      }}
    </Loaded>
  );
}

function Simulator() {
  const { t, w } = useWords();
  const [person, setPerson] = useState<AccountHolder | null>(null);
  const [ticket, setTicket] = useState('');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel title={t('why.question')}>
        <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
          <Field.Root name="person" required>
            <Field.Label>{t('why.person')}</Field.Label>
            <PersonPicker value={person} onChange={setPerson} />
          </Field.Root>
          <Field.Root name="ticket" required>
            <Field.Label>{w.fact.ticket}</Field.Label>
            <TicketPicker value={ticket} onChange={setTicket} />
          </Field.Root>
        </Flex>
      </Panel>
      {person && ticket ? (
        <Answers person={person} ticket={ticket} />
      ) : (
        <Typography variant="omega" textColor="neutral600">
          {t('why.choose')}
        </Typography>
      )}
    </Flex>
  );
}

/** Mengapa tidak boleh?: a person, a ticket, and for each action the rule that decides. */
export default function WhyPage() {
  return (
    <SettingsPage title="why.title" lead="why.lead">
      <Simulator />
    </SettingsPage>
  );
}
