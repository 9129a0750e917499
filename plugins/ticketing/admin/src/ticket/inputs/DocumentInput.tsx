import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useRef, useState } from 'react';
import { ACCEPTED_EXTENSIONS, LETTER_FIELD, type Attachment, type TicketDetail } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { readersKey } from '../../parts/readers';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

const ACCEPT = ACCEPTED_EXTENSIONS.map((extension) => (extension.startsWith('.') ? extension : `.${extension}`)).join(
  ',',
);

interface Props {
  readonly value: string;
  readonly ticket: TicketDetail;
  readonly onChange: (id: string) => void;
  readonly onUploaded: () => void;
}

/** The picture of a letter: a file all who read the ticket see, which it has already or which is added here and now. */
export function DocumentInput({ value, ticket, onChange, onUploaded }: Props) {
  const { t, language } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const picker = useRef<HTMLInputElement>(null);
  const [added, setAdded] = useState<readonly Attachment[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const files = [
    ...ticket.attachments.filter(({ isInternal }) => !isInternal),
    ...added.filter(({ id }) => !ticket.attachments.some((file) => file.id === id)),
  ];
  const field = may('ticket:route') ? { field: LETTER_FIELD } : {};

  const upload = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setTrouble(null);
    try {
      const kept = await client.addAttachment({
        number: ticket.number,
        ...field,
        file: { name: file.name, blob: file },
      });
      setAdded((before) => [...before, kept]);
      onChange(kept.id);
      onUploaded();
    } catch (error) {
      setTrouble(toRefusal(error).message);
    } finally {
      setBusy(false);
      if (picker.current) picker.current.value = '';
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {files.length > 0 && (
        <SingleSelect
          value={files.some(({ id }) => id === value) ? value : ''}
          placeholder={t('document.none')}
          clearLabel={t('filter.clear')}
          onClear={() => onChange('')}
          onChange={(chosen) => onChange(String(chosen))}
        >
          {files.map(({ id, name, size }) => (
            <SingleSelectOption
              key={id}
              value={id}
            >{`${name} · ${timeTeller(language).size(size)}`}</SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      {(may('ticket:route') || ticket.may.attach) && (
        <Box>
          <input
            ref={picker}
            type="file"
            hidden
            accept={ACCEPT}
            data-letter-upload
            onChange={(event) => void upload(event.target.files?.[0])}
          />
          <Button
            type="button"
            size="S"
            variant="tertiary"
            startIcon={<Upload />}
            loading={isBusy}
            onClick={() => picker.current?.click()}
          >
            {t('document.upload')}
          </Button>
          <Typography variant="pi" textColor="neutral700" tag="p">
            {t(readersKey(false, ticket.isConfidential))}
          </Typography>
        </Box>
      )}
      {trouble && (
        <Typography role="alert" variant="pi" textColor="danger700">
          {trouble}
        </Typography>
      )}
    </Flex>
  );
}
