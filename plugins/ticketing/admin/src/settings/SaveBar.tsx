import { Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../words';

const Sticky = styled(Flex)`
  position: sticky;
  bottom: 0;
  z-index: 2;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

interface Props {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** What was changed and not yet saved, with both ways out. */
export function SaveBar({ count, isBusy, onSave, onDiscard }: Props) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <Sticky
      role="region"
      aria-label={t('settings.unsaved', { count })}
      background="neutral0"
      shadow="popupShadow"
      padding={3}
      gap={3}
      wrap="wrap"
      hasRadius
      marginTop={4}
    >
      <Typography variant="omega" fontWeight="semiBold">
        {t('settings.unsaved', { count })}
      </Typography>
      <Button type="button" loading={isBusy} onClick={onSave}>
        {t('settings.save')}
      </Button>
      <Button type="button" variant="tertiary" disabled={isBusy} onClick={onDiscard}>
        {t('settings.discard')}
      </Button>
    </Sticky>
  );
}
