import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Download, Eye, File as FileIcon, Trash, User } from '@strapi/icons';
import type { Attachment } from '../../../domain';
import { InternalMark } from '../parts/InternalMark';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { isPicture } from './PicturePreview';
import { SureButton } from './SureButton';

interface Props {
  readonly file: Attachment;
  readonly isBusy: boolean;
  readonly onView: () => void;
  readonly onDownload: () => void;
  readonly onShow: () => void;
  readonly onDelete: () => void;
}

/** One file of a ticket: its name, whose it is, who sees it, and the ways to look at it. */
export function AttachmentRow({ file, isBusy, onView, onDownload, onShow, onDelete }: Props) {
  const { t, language } = useWords();
  const { size, brief } = timeTeller(language);
  return (
    <Flex gap={3} wrap="wrap" justifyContent="space-between" data-file={file.isInternal ? 'internal' : 'shown'}>
      <Flex gap={3} flex="1 1 20rem" style={{ minWidth: 0 }}>
        <Box style={{ flex: 'none' }}>
          <FileIcon width="20" height="20" fill="neutral600" aria-hidden />
        </Box>
        <Box style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography variant="omega" fontWeight="semiBold" tag="div">
            {file.name}
          </Typography>
          <Flex gap={2} wrap="wrap">
            {file.isInternal && <InternalMark />}
            <Typography variant="pi" textColor="neutral600">
              {size(file.size)} · {file.uploadedBy} · {brief(file.uploadedAt)}
            </Typography>
          </Flex>
        </Box>
      </Flex>
      <Flex gap={2} wrap="wrap">
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
        {file.mayShow && (
          <SureButton
            icon={<User />}
            label={t('files.show')}
            sure={t('files.showSure')}
            about={file.name}
            isBusy={isBusy}
            onSure={onShow}
          />
        )}
        {file.mayDelete && (
          <SureButton
            icon={<Trash />}
            label={t('files.delete')}
            sure={t('files.deleteSure')}
            about={file.name}
            isBusy={isBusy}
            onSure={onDelete}
          />
        )}
      </Flex>
    </Flex>
  );
}
