import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import type { TicketDetail } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useRefusal } from '../api/issues';
import { toRefusal, useClient } from '../api/useClient';
import { useDraft } from '../live/useDraft';
import { Notice } from '../parts/Notice';
import { Window } from '../parts/Window';
import { useWords, type Key } from '../words';
import { DialogFooter } from '../parts/DialogFooter';

const SIDES = ['executor', 'requester'] as const;
const PARTS = ['name', 'nip', 'position'] as const;
type Name = 'letterNumber' | `${(typeof SIDES)[number]}.${(typeof PARTS)[number]}`;
type Filled = Readonly<Partial<Record<Name, string>>>;
const NOTHING: Filled = {};

const partyOf = (filled: Filled, side: (typeof SIDES)[number]) => {
  const [name, nip, position] = PARTS.map((part) => filled[`${side}.${part}`]?.trim() ?? '');
  return name || nip || position
    ? { [side]: { name: name ?? '', ...(nip && { nip }), ...(position && { position }) } }
    : {};
};

interface Props {
  readonly ticket: TicketDetail;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What only the office knows of its Berita Acara: its number in the register, and who signs with which NIP. */
export function PrepareDialog({ ticket, onDone, onClose }: Props) {
  const { t, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const { refusal, issues, refuse, forgive } = useRefusal(language);
  const [filled, change, clear] = useDraft<Filled>(`${me.actor.id}.${ticket.number}.prepare`, NOTHING);
  const [isBusy, setBusy] = useState(false);
  const usual: Filled = { 'executor.name': ticket.assignee?.name ?? '', 'requester.name': ticket.contact.name };
  const value = (name: Name): string => filled[name] ?? usual[name] ?? '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    refuse(null);
    const all = { ...usual, ...filled };
    const letterNumber = all.letterNumber?.trim();
    try {
      await client.prepareDocument({
        number: ticket.number,
        ...(letterNumber && { letterNumber }),
        ...partyOf(all, 'executor'),
        ...partyOf(all, 'requester'),
      });
      clear();
      toggleNotification({ type: 'success', message: t('papers.prepared') });
      onDone();
    } catch (error) {
      refuse(toRefusal(error));
      setBusy(false);
    }
  };
  const input = (name: Name, label: Key, hint?: Key) => (
    <Field.Root key={name} name={name} id={`prepare-${name}`} error={issues[name]} hint={hint && t(hint)}>
      <Field.Label>{t(label)}</Field.Label>
      <TextInput
        value={value(name)}
        maxLength={160}
        onChange={(event) => {
          change({ [name]: event.target.value });
          forgive(name);
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  return (
    <Window title={t('papers.prepareTitle', { number: ticket.number })} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography variant="omega" textColor="neutral700">
              {t('papers.prepareLead')}
            </Typography>
            {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
            {input('letterNumber', 'papers.letterNumber', 'papers.letterNumberHint')}
            {SIDES.map((side) => (
              <Flex
                key={side}
                direction="column"
                alignItems="stretch"
                gap={3}
                role="group"
                aria-label={t(`papers.${side}`)}
              >
                <Typography variant="delta" tag="h3">
                  {t(`papers.${side}`)}
                </Typography>
                {input(`${side}.name`, 'papers.name')}
                {input(`${side}.nip`, 'papers.nip', 'papers.nipHint')}
                {input(`${side}.position`, 'papers.position')}
              </Flex>
            ))}
          </Flex>
        </Modal.Body>
        <DialogFooter onClose={onClose}>
          <Button type="submit" loading={isBusy}>
            {t('papers.save')}
          </Button>
        </DialogFooter>
      </form>
    </Window>
  );
}
