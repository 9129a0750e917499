import { Modal } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import type { Attachment } from '../../../domain';
import { Window } from '../parts/Window';

const Picture = styled.img`
  display: block;
  max-width: 100%;
  margin: 0 auto;
`;
/** What a browser shows as a picture without running anything in it. */
export const isPicture = ({ mime }: Attachment): boolean =>
  ['image/jpeg', 'image/png', 'image/webp', 'image/gif'].includes(mime);

/** A picture among the files, in a window of its own. */
export function PicturePreview({
  file,
  blob,
  onClose,
}: {
  readonly file: Attachment;
  readonly blob: Blob;
  readonly onClose: () => void;
}) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <Window title={file.name} onClose={onClose}>
      <Modal.Body>{url && <Picture src={url} alt={file.name} />}</Modal.Body>
    </Window>
  );
}
