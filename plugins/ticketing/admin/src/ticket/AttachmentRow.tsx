import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Download, Eye, File as FileIcon, Trash } from '@strapi/icons';
import { useState } from 'react';
import type { Attachment } from '../../../domain';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { isPicture } from './PicturePreview';

interface Props {
  readonly file: Attachment;
  readonly isBusy: boolean;
  readonly onView: () => void;
  readonly onDownload: () => void;
  readonly onDelete: () => void;
}

/** One file of a ticket: its name, whose it is, and the ways to look at it. */
export function AttachmentRow({ file, isBusy, onView, onDownload, onDelete }: Props) {
  const { t, language } = useWords();
  const { size, brief } = timeTeller(language);
  const [isSure, setSure] = useState(false);
  return (
    <Flex gap={3} wrap="wrap" justifyContent="space-between">
      <Flex gap={3} flex="1 1 20rem" style={{ minWidth: 0 }}>
        <Box style={{ flex: 'none' }}>
          <FileIcon width="20" height="20" fill="neutral600" aria-hidden />
        </Box>
        <Box style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography variant="omega" fontWeight="semiBold" tag="div">
            {file.name}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {size(file.size)} · {file.uploadedBy} · {brief(file.uploadedAt)}
          </Typography>
        </Box>
      </Flex>
      <Flex gap={2}>
        {isPicture(file) && (
          <Button size="S" variant="tertiary" startIcon={<Eye />} disabled={isBusy} onClick={onView}>
            {t('files.view')}
            <VisuallyHidden> {file.name}</VisuallyHidden>
          </Button>
        )}
        <Button size="S" variant="tertiary" startIcon={<Download />} disabled={isBusy} onClick={onDownload}>
          {t('files.download')}
          <VisuallyHidden> {file.name}</VisuallyHidden>
        </Button>
        {file.mayDelete && (
          <Button
            size="S"
            variant={isSure ? 'danger' : 'tertiary'}
            startIcon={<Trash />}
            disabled={isBusy}
            onClick={isSure ? onDelete : () => setSure(true)}
            onBlur={() => setSure(false)}
          >
            {t(isSure ? 'files.deleteSure' : 'files.delete')}
            <VisuallyHidden> {file.name}</VisuallyHidden>
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
