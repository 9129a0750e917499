import { Button, Flex, Link } from '@strapi/design-system';
import { Mail, Message, Phone } from '@strapi/icons';
import { useState } from 'react';
import type { Contact, TicketDetail } from '../../../domain';
import { useClient } from '../api/useClient';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
import { Facts } from '../parts/Facts';

/** A number as WhatsApp wants it: digits with the country code, Indonesia's where none was written. */
export const whatsAppNumber = (phone: string): string =>
  phone.replace(/\D/g, '').replace(/^0/, '62').replace(/^8/, '628');

/** Who works on it, and who may be called about it. */
export function PeoplePanel({
  ticket: { assignee, helpers, team, requester, contact: told, isContactMasked, may, channel, number, affected },
}: {
  readonly ticket: TicketDetail;
}) {
  const { t, w } = useWords();
  const client = useClient();
  const [revealed, setRevealed] = useState<Contact | null>(null);
  const contact = revealed ?? told;
  const isMasked = isContactMasked && !revealed;
  const phoneFact = (phone: string) => ({
    name: t('people.phone'),
    value: (
      <Flex gap={4} wrap="wrap">
        <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`} startIcon={<Phone aria-hidden />}>
          {phone}
        </Link>
        <Link
          href={`https://wa.me/${whatsAppNumber(phone)}?text=${encodeURIComponent(t('people.greeting', { number }))}`}
          target="_blank"
          rel="noreferrer"
          startIcon={<Message aria-hidden />}
        >
          WhatsApp
        </Link>
      </Flex>
    ),
  });
  const emailLink = (email: string) => (
    <Link href={`mailto:${email}?subject=${encodeURIComponent(number)}`} startIcon={<Mail aria-hidden />}>
      {email}
    </Link>
  );
  return (
    <Panel title={t('panel.people')}>
      <Facts
        facts={[
          { name: t('people.assignee'), value: assignee?.name ?? t('queue.nobody') },
          helpers.length > 0 ? { name: t('people.helpers'), value: helpers.map(({ name }) => name).join(', ') } : null,
          { name: t('people.team'), value: team?.name ?? '–' },
          { name: t('people.contact'), value: contact.name },
          !contact.phone
            ? null
            : isMasked
              ? { name: t('people.phone'), value: contact.phone }
              : phoneFact(contact.phone),
          contact.email
            ? { name: t('people.email'), value: isMasked ? contact.email : emailLink(contact.email) }
            : null,
          isMasked && may.revealContact
            ? {
                name: '',
                value: (
                  <Button
                    variant="tertiary"
                    size="S"
                    onClick={() => void client.revealContact({ number }).then(setRevealed)}
                  >
                    {t('people.reveal')}
                  </Button>
                ),
              }
            : null,
          requester ? { name: t('people.requester'), value: requester.name } : null,
          affected > 0 ? { name: t('people.affected'), value: t('people.affectedCount', { count: affected }) } : null,
          { name: t('people.channel'), value: w.channel[channel] },
        ]}
      />
    </Panel>
  );
}
