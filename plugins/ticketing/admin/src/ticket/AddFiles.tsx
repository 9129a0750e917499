import { Box, Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useId, useState } from 'react';
import type { TicketDetail } from '../../../domain';
import { FilePick } from '../parts/FilePick';
import { readersKey } from '../parts/readers';
import { useWords } from '../words';
import { ModeChoice, type Mode } from './ModeChoice';

interface Props {
  readonly ticket: TicketDetail;
  readonly isBusy: boolean;
  readonly onChosen: (files: readonly File[], isInternal: boolean) => void;
}

/** Where files are added: whom they are for is chosen, and said, before they are. */
export function AddFiles({ ticket: { may, isConfidential }, isBusy, onChosen }: Props) {
  const { t } = useWords();
  const readers = useId();
  const [chosen, setChosen] = useState<Mode>('public');
  const isInternal = chosen === 'internal' && may.attachInternally;
  return (
    <Box borderColor="neutral200" borderStyle="solid" borderWidth="1px 0 0 0" paddingTop={4}>
      {may.attachInternally && (
        <ModeChoice
          name="files-mode"
          label={t('files.mode')}
          words={{
            public: t(isConfidential ? 'files.publicConfidential' : 'files.public'),
            internal: t('files.internal'),
          }}
          modes={['public', 'internal']}
          mode={isInternal ? 'internal' : 'public'}
          onChange={setChosen}
        />
      )}
      <Flex gap={3} wrap="wrap">
        <FilePick
          place="ticket"
          startIcon={<Upload />}
          loading={isBusy}
          describedBy={readers}
          onChosen={(files) => onChosen(files, isInternal)}
        >
          {t('files.add')}
        </FilePick>
        <Box flex="1 1 16rem" style={{ minWidth: 0 }}>
          <Typography id={readers} variant="pi" textColor="neutral700" role="status">
            {t(readersKey(isInternal, isConfidential))}
          </Typography>
        </Box>
      </Flex>
    </Box>
  );
}
