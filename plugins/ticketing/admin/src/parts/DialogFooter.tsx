import { Button, Modal } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useWords } from '../words';

interface Props {
  readonly onClose: () => void;
  /** The button that does it. */
  readonly children: ReactNode;
}

/** Both ways out of a dialog: leaving it, and what it is for. */
export function DialogFooter({ onClose, children }: Props) {
  const { t } = useWords();
  return (
    <Modal.Footer>
      <Button type="button" variant="tertiary" onClick={onClose}>
        {t('dialog.cancel')}
      </Button>
      {children}
    </Modal.Footer>
  );
}
