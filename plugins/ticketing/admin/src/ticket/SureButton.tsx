import { Button, VisuallyHidden } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';

interface Props {
  readonly icon: ReactNode;
  readonly label: string;
  /** What it says once it was pressed, for the press that does it. */
  readonly sure: string;
  /** What it is about, for whoever hears it. */
  readonly about: string;
  readonly isBusy: boolean;
  readonly onSure: () => void;
}

/** A button for what cannot be taken back: it asks once more in its own place. */
export function SureButton({ icon, label, sure, about, isBusy, onSure }: Props) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Button
      size="S"
      variant={isAsked ? 'danger' : 'tertiary'}
      startIcon={icon}
      disabled={isBusy}
      onClick={isAsked ? onSure : () => setAsked(true)}
      onBlur={() => setAsked(false)}
    >
      {isAsked ? sure : label}
      <VisuallyHidden> {about}</VisuallyHidden>
    </Button>
  );
}
