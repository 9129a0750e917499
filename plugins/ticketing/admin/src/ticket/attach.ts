import type { Client } from '../../../domain/client';
import { toRefusal } from '../api/useClient';

/**
 * Attaches files one after the other. A refusal names the file it is about; what went before it stays, and sent again is
 * the same attachment.
 */
export async function attachAll(
  client: Client,
  number: string,
  files: readonly File[],
  isInternal: boolean,
): Promise<void> {
  for (const file of files)
    try {
      await client.addAttachment({
        number,
        ...(isInternal && { internal: 'true' }),
        file: { name: file.name, blob: file },
      });
    } catch (error) {
      const refusal = toRefusal(error);
      throw Object.assign(refusal, { message: `${file.name}: ${refusal.message}` });
    }
}
