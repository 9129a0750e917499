/** Photos of a phone are made smaller on the phone: a weak network then carries kilobytes instead of megabytes. */
const LONGEST_EDGE = 2000;
const QUALITY = 0.82;
/** Smaller files, in bytes, travel as they are. */
const WORTHWHILE = 600 * 1024;
const PHOTOS = ['image/jpeg', 'image/png', 'image/webp'];

const nameAs = (name: string): string => `${name.replace(/\.[^.]*$/, '')}.jpg`;

/**
 * The photo as a smaller JPEG, upright as it was taken; or the very file when that gains nothing, or it is no photo.
 */
export async function shrink(file: File, accept: readonly string[]): Promise<File> {
  if (!PHOTOS.includes(file.type) || file.size <= WORTHWHILE || !accept.includes('jpg')) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    // JPEG knows no transparency; what shines through is paper.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    return blob && blob.size < file.size
      ? new File([blob], nameAs(file.name), { type: 'image/jpeg', lastModified: file.lastModified })
      : file;
  } catch {
    // A picture this browser cannot read is for the server to judge.
    return file;
  }
}
