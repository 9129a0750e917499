import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Cross, Paperclip } from '@strapi/icons';
import { useId, useRef } from 'react';
import { readersKey } from '../../parts/readers';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

interface Props {
  readonly files: readonly File[];
  readonly isInternal: boolean;
  readonly isConfidential: boolean;
  readonly isBusy: boolean;
  readonly onChange: (files: readonly File[]) => void;
}

/** Files that leave with a message: chosen beside it, for its readers, and attached when it is sent. */
export function FilesToSend({ files, isInternal, isConfidential, isBusy, onChange }: Props) {
  const { t, language } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const readers = useId();
  return (
    <Box paddingTop={3}>
      <Flex gap={3} wrap="wrap">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          data-message-files
          onChange={({ target }) => {
            onChange([...files, ...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Paperclip />}
          disabled={isBusy}
          aria-describedby={readers}
          onClick={() => picker.current?.click()}
        >
          {t('composer.files')}
        </Button>
        <Box flex="1 1 16rem" style={{ minWidth: 0 }}>
          <Typography id={readers} variant="pi" textColor="neutral700">
            {t(readersKey(isInternal, isConfidential))}
          </Typography>
        </Box>
      </Flex>
      {files.length > 0 && (
        <ul>
          {files.map((file, place) => (
            <li key={`${file.name}.${place}`}>
              <Flex gap={2}>
                <Typography variant="omega" style={{ overflowWrap: 'anywhere' }}>
                  {file.name} ({timeTeller(language).size(file.size)})
                </Typography>
                <Button
                  size="S"
                  variant="ghost"
                  startIcon={<Cross />}
                  disabled={isBusy}
                  aria-label={t('composer.dropFile', { name: file.name })}
                  onClick={() => onChange(files.filter((other) => other !== file))}
                >
                  {t('files.delete')}
                </Button>
              </Flex>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}
