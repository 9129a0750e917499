import { Button, Flex, Modal } from '@strapi/design-system';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Submitting } from '../api/useSubmit';
import { Notice } from './Notice';
import { Window } from './Window';
import { DialogFooter } from './DialogFooter';

interface Props {
  readonly title: string;
  /** What the button that sends says. */
  readonly label: string;
  readonly isGrave?: boolean;
  /** False while there is nothing to send yet. */
  readonly isReady?: boolean;
  readonly form: Submitting;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const sendByKey = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
};

/** A form in a dialog: why it was refused, what is asked, and both ways out. */
export function FormDialog({ title, label, isGrave = false, isReady = true, form, onClose, children }: Props) {
  return (
    <Window title={title} onClose={onClose}>
      <form noValidate onKeyDown={sendByKey} onSubmit={form.submit}>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {form.refusal && <Notice kind="alarm">{form.refusal.message}</Notice>}
            {children}
          </Flex>
        </Modal.Body>
        <DialogFooter onClose={onClose}>
          <Button type="submit" variant={isGrave ? 'danger' : 'default'} loading={form.isBusy} disabled={!isReady}>
            {label}
          </Button>
        </DialogFooter>
      </form>
    </Window>
  );
}
