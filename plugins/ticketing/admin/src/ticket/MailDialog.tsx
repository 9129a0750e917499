import { Flex, Radio, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { PAPER_READERS, type DocumentKind, type PaperReader } from '../../../domain';
import { useClient } from '../api/useClient';
import { useSubmit } from '../api/useSubmit';
import { FormDialog } from '../parts/FormDialog';
import { useWords } from '../words';

interface Props {
  readonly number: string;
  readonly kind: DocumentKind;
  /** To whom it may be sent; the last of them is meant unless another one is chosen. */
  readonly readers: readonly PaperReader[];
  /** Whoever asked for the work. */
  readonly requester: string;
  readonly onClose: () => void;
}

/** Sends a paper by e-mail, to an address the system knows: none is typed here. */
export function MailDialog({ number, kind, readers, requester, onClose }: Props) {
  const { t, w } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [to, setTo] = useState<PaperReader>(readers.at(-1) ?? 'ME');
  const form = useSubmit(async () => {
    const { sentTo } = await client.mailDocument({ number, kind, to });
    toggleNotification({ type: 'success', message: t('papers.mailed', { document: w.document[kind], to: sentTo }) });
    onClose();
  });
  return (
    <FormDialog
      title={t('papers.mailTitle', { document: w.document[kind] })}
      label={t('papers.mailSend')}
      form={form}
      onClose={onClose}
    >
      <Typography variant="omega" textColor="neutral700">
        {t('papers.mailLead')}
      </Typography>
      <Radio.Group
        value={to}
        aria-label={t('papers.mailTo')}
        onValueChange={(chosen: string) => setTo(PAPER_READERS.find((each) => each === chosen) ?? to)}
      >
        <Flex direction="column" alignItems="stretch" gap={2}>
          {readers.toReversed().map((reader) => (
            <Radio.Item key={reader} value={reader}>
              {t(`papers.mailTo.${reader}`, { name: requester })}
            </Radio.Item>
          ))}
        </Flex>
      </Radio.Group>
    </FormDialog>
  );
}
