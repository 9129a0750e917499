import { Button } from '@strapi/design-system';
import { useRef, type ComponentProps } from 'react';

interface Props extends Partial<
  Pick<ComponentProps<typeof Button>, 'startIcon' | 'loading' | 'disabled' | 'children'>
> {
  /** Where files are chosen for, as `data-files` of the field tells it. */
  readonly place: string;
  readonly label?: string | undefined;
  /** The id of what says who will see them. */
  readonly describedBy?: string | undefined;
  readonly onChosen: (files: readonly File[]) => void;
}

/** A button that lets one choose files; the same ones may be chosen again. */
export function FilePick({ place, label, describedBy, onChosen, ...button }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-files={place}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onChosen(files);
        }}
      />
      <Button
        size="S"
        variant="tertiary"
        aria-label={label}
        aria-describedby={describedBy}
        onClick={() => picker.current?.click()}
        {...button}
      />
    </>
  );
}
