/** Sends what was typed, without its files, and says what came of it. */
import type { FieldError } from '../../lib/forms/field-error';

const PATIENCE_MS = 30_000;

export type PostResult =
  | { readonly kind: 'sent'; readonly number: string; readonly to: string }
  | {
      readonly kind: 'mend';
      readonly errors: readonly FieldError[];
      readonly message: string | null;
      readonly key: string | null;
    }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'down' };

interface Said {
  readonly number?: string;
  readonly to?: string;
  readonly errors?: readonly FieldError[];
  readonly message?: string | null;
  readonly key?: string | null;
}

/** Files follow once there is a ticket to attach them to; `following` names the documents among them. */
export function withoutFiles(form: HTMLFormElement): FormData {
  const body = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value);
    else if (value.name) body.append('following', name);
  }
  return body;
}

export async function post(form: HTMLFormElement): Promise<PostResult> {
  let response: Response;
  try {
    response = await fetch(form.action, {
      method: 'POST',
      body: withoutFiles(form),
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return { kind: 'offline' };
  }
  if (response.status === 401) return { kind: 'signedOut' };
  const said = response.headers.get('content-type')?.includes('json')
    ? ((await response.json().catch(() => ({}))) as Said)
    : {};
  if (response.ok && said.number && said.to) return { kind: 'sent', number: said.number, to: said.to };
  if (said.errors) return { kind: 'mend', errors: said.errors, message: said.message ?? null, key: said.key ?? null };
  return { kind: 'down' };
}
