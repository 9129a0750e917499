import { whatsAppText, type Language, type WhatsAppVariable } from '../../domain';
import type { Desk } from '../desk/desk';
import type { KeptWhatsApp } from '../desk/in-force';
import { unseal } from '../mail/secret';
import { call, type Attempt } from '../webhooks/call';
import { allowedAt } from '../webhooks/deliver';

/** A token that was sealed with another ENCRYPTION_KEY opens nothing any more. */
function tokenOf({ strapi }: Desk, sealed: string | null): string | null | undefined {
  try {
    return sealed && unseal(strapi, sealed, 'whatsapp');
  } catch {
    return undefined;
  }
}

/**
 * Hands a message for a number to the city's gateway: a POST with `{"to","message"}` as JSON, in the words the city set
 * and nothing else. Never throws.
 */
export async function text(
  desk: Desk,
  { url, isBearer, token: sealed, templates }: KeptWhatsApp,
  to: string,
  language: Language,
  facts: Readonly<Record<WhatsAppVariable, string>>,
): Promise<Attempt> {
  const token = tokenOf(desk, sealed);
  if (token === undefined) return { status: null, reason: 'secretUnreadable' };
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    ...(token && { Authorization: isBearer ? `Bearer ${token}` : token }),
  };
  return call(url, headers, JSON.stringify({ to, message: whatsAppText(templates[language], facts) }), allowedAt(desk));
}
