import { Box, Flex, Typography } from '@strapi/design-system';
import { Paperclip } from '@strapi/icons';
import { useId } from 'react';
import { ChosenFiles } from '../../parts/ChosenFiles';
import { FilePick } from '../../parts/FilePick';
import { readersKey } from '../../parts/readers';
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
  const { t } = useWords();
  const readers = useId();
  return (
    <Box paddingTop={3}>
      <Flex gap={3} wrap="wrap">
        <FilePick
          place="message"
          startIcon={<Paperclip />}
          disabled={isBusy}
          describedBy={readers}
          onChosen={(fresh) => onChange([...files, ...fresh])}
        >
          {t('composer.files')}
        </FilePick>
        <Box flex="1 1 16rem" style={{ minWidth: 0 }}>
          <Typography id={readers} variant="pi" textColor="neutral700">
            {t(readersKey(isInternal, isConfidential))}
          </Typography>
        </Box>
      </Flex>
      <ChosenFiles
        files={files}
        isBusy={isBusy}
        onDrop={(dropped) => onChange(files.filter((other) => other !== dropped))}
      />
    </Box>
  );
}
