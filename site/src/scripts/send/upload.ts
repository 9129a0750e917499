/** One file on its way to a ticket. `fetch` tells nothing of progress, so this is XMLHttpRequest. */
const PATIENCE_MS = 5 * 60_000;

/** `isFinal`: sending the same file again would be refused again. */
export type UploadResult =
  | { readonly kind: 'done' | 'cancelled' | 'offline' | 'signedOut' }
  | { readonly kind: 'refused'; readonly reason: string; readonly isFinal: boolean };
export interface Upload {
  readonly result: Promise<UploadResult>;
  cancel(): void;
}

function judge(request: XMLHttpRequest): UploadResult {
  if (request.status === 201) return { kind: 'done' };
  if (request.status === 401) return { kind: 'signedOut' };
  let reason = '';
  try {
    reason = (JSON.parse(request.responseText) as { message?: string }).message ?? '';
  } catch {
    /* an answer that is not ours to read */
  }
  return { kind: 'refused', reason, isFinal: request.status >= 400 && request.status < 500 && request.status !== 429 };
}

/**
 * Sends a file; `field` names the document of the service's form it is. `onProgress` hears the share that has left, 0
 * to 1.
 */
export function upload(address: string, field: string | null, file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const result = new Promise<UploadResult>((resolve) => {
    request.open('POST', address);
    request.timeout = PATIENCE_MS;
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => resolve(judge(request));
    request.onerror = request.ontimeout = () => resolve({ kind: 'offline' });
    request.onabort = () => resolve({ kind: 'cancelled' });
    const body = new FormData();
    if (field) body.append('field', field);
    body.append('file', file, file.name);
    request.send(body);
  });
  return { result, cancel: () => request.abort() };
}
