import { z } from 'zod';
import { WHATSAPP_LIMITS, type WhatsAppChoice } from '../whatsapp';
import type { MailTrial } from './mail';
import { reply, type Endpoints } from './shapes';

/** The way to the city's gateway; the token never comes back. */
export interface WhatsAppSettings extends WhatsAppChoice {
  readonly version: number;
  readonly hasToken: boolean;
}
/** Whether the city sends messages by WhatsApp, and the number at which the caller wants them. */
export interface WhatsAppNumber {
  readonly isOffered: boolean;
  readonly number: string | null;
}

const template = z.string().trim().min(1).max(WHATSAPP_LIMITS.template);
const settings = z.strictObject({
  isOn: z.boolean(),
  url: z.string().trim().max(WHATSAPP_LIMITS.url),
  isBearer: z.boolean(),
  /** Left out, the one that is kept stays; null removes it. What no header may carry is refused. */
  token: z
    .string()
    .min(1)
    .max(WHATSAPP_LIMITS.token)
    .regex(/^[\x21-\x7e]+$/)
    .nullable()
    .optional(),
  templates: z.strictObject({ id: template, en: template }),
});

/** Messages by WhatsApp, through a gateway of the city's: off until an administrator sets it, and for whoever wants them. */
export const whatsapp = {
  getWhatsApp: { method: 'GET', path: '/whatsapp', permission: 'settings:manage', reply: reply<WhatsAppSettings>() },
  saveWhatsApp: {
    method: 'PUT',
    path: '/whatsapp',
    permission: 'settings:manage',
    body: z.strictObject({ version: z.number().int().min(0), settings }),
    reply: reply<WhatsAppSettings>(),
  },
  /** Sends one message with settings that need not be saved yet, and says what the gateway answered. */
  tryWhatsApp: {
    method: 'POST',
    path: '/whatsapp/trial',
    permission: 'settings:manage',
    limit: 10,
    body: z.strictObject({ to: z.string().trim().max(30), settings }),
    reply: reply<MailTrial>(),
  },
  getWhatsAppNumber: {
    method: 'GET',
    path: '/whatsapp/number',
    permission: 'profile:read',
    reply: reply<WhatsAppNumber>(),
  },
  /** Begins to tell the caller at this number, or ends it with null. */
  saveWhatsAppNumber: {
    method: 'PUT',
    path: '/whatsapp/number',
    permission: 'profile:read',
    limit: 10,
    body: z.strictObject({ number: z.string().trim().min(1).max(30).nullable() }),
    reply: reply<WhatsAppNumber>(),
  },
} as const satisfies Endpoints;
