import { Modal } from '@strapi/design-system';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useWords } from '../words';

interface Props {
  readonly title: string;
  /** What has the focus afterwards, where it is not what opened the dialog. */
  readonly returnTo?: RefObject<HTMLElement>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The first thing to fill in, before the sign that closes. */
const FIRST_FIELD = 'form :is(input:not([type="hidden"]), textarea, select, [role="combobox"]):not([disabled])';

/** A dialog that begins at its first field, and gives the focus back to whatever opened it, or to the page's name when that is gone. */
export function Window({ title, returnTo, onClose, children }: Props) {
  const { t } = useWords();
  const opener = useRef(document.activeElement);
  const giveBack = (event: Event) => {
    event.preventDefault();
    const target =
      returnTo?.current ??
      (opener.current?.isConnected && opener.current !== document.body
        ? opener.current
        : document.getElementById('main-content-title'));
    if (target instanceof HTMLElement) target.focus();
  };
  const begin = (event: Event) => {
    const field = event.target instanceof Element ? event.target.querySelector<HTMLElement>(FIRST_FIELD) : null;
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  return (
    <Modal.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal.Content onOpenAutoFocus={begin} onCloseAutoFocus={giveBack} aria-describedby={undefined}>
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
}
