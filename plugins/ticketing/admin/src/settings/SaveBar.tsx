import { Button, Typography } from '@strapi/design-system';
import { StickyBar } from '../parts/StickyBar';
import { useWords } from '../words';

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
    <StickyBar label={t('settings.unsaved', { count })} marginTop={4}>
      <Typography variant="omega" fontWeight="semiBold">
        {t('settings.unsaved', { count })}
      </Typography>
      <Button type="button" loading={isBusy} onClick={onSave}>
        {t('settings.save')}
      </Button>
      <Button type="button" variant="tertiary" disabled={isBusy} onClick={onDiscard}>
        {t('settings.discard')}
      </Button>
    </StickyBar>
  );
}
