import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Window } from '../../parts/Window';
import { useWords } from '../../words';

interface Props {
  readonly secret: string;
  readonly onClose: () => void;
}

/** The secret of a webhook, this once. */
export function SecretWindow({ secret, onClose }: Props) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Window title={t('webhooks.secret')} onClose={onClose}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="p">{t('webhooks.secretOnce')}</Typography>
          <Field.Root name="secret">
            <Field.Label>{t('webhooks.secret')}</Field.Label>
            <TextInput value={secret} readOnly onFocus={(event) => event.target.select()} />
          </Field.Root>
          <Typography tag="p" textColor="neutral700">
            {t('webhooks.secretUse')}
          </Typography>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={() => void copy()}>
          <span aria-live="polite">{t(isCopied ? 'webhooks.copied' : 'webhooks.copy')}</span>
        </Button>
        <Button onClick={onClose}>{t('dialog.close')}</Button>
      </Modal.Footer>
    </Window>
  );
}
