import { fill } from './i18n/fill';
import type { Language } from './language';
import type { Issue } from './refusal';
import { spelled, unknownVariable } from './variables';

/** What the words of a message may name; nothing of what the ticket is about. */
export const WHATSAPP_VARIABLES = ['nomor', 'status', 'tautan'] as const;
export type WhatsAppVariable = (typeof WHATSAPP_VARIABLES)[number];
export const WHATSAPP_LIMITS = { url: 500, token: 2000, template: 500 } as const;

/** How messages reach the city's gateway. `isBearer` says whether the token is announced as `Bearer`. */
export interface WhatsAppChoice {
  readonly isOn: boolean;
  readonly url: string;
  readonly isBearer: boolean;
  readonly templates: Readonly<Record<Language, string>>;
}
export const DEFAULT_WHATSAPP: WhatsAppChoice = {
  isOn: false,
  url: '',
  isBearer: true,
  templates: {
    id: 'Tiket {nomor}: {status}. Selengkapnya setelah masuk: {tautan}',
    en: 'Ticket {nomor}: {status}. More after signing in: {tautan}',
  },
};

/** A number as gateways want it: digits with the country, `62` where it begins with 0. Null for what is none. */
export function whatsAppNumber(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^\+/, '');
  if (!/^\d{8,15}$/.test(digits)) return null;
  return digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
}

/** What somebody reads of it in a ledger. */
export const maskedNumber = (number: string): string => `••••${number.slice(-4)}`;

export const whatsAppText = (template: string, facts: Readonly<Record<WhatsAppVariable, string>>): string =>
  fill(template, facts);

/** What is wrong with the settings. A template must lead to the ticket, for it may say so little itself. */
export function checkWhatsApp({ isOn, url, templates }: WhatsAppChoice): Issue[] {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isSound = parsed && ['https:', 'http:'].includes(parsed.protocol) && !parsed.username && !parsed.hash;
  return [
    ...(url === '' ? (isOn ? [{ field: 'url', code: 'required' } as const] : []) : isSound ? [] : [WRONG_URL]),
    ...Object.entries(templates).flatMap(([language, text]): Issue[] => {
      const field = `templates.${language}`;
      if (unknownVariable(text, WHATSAPP_VARIABLES) !== undefined)
        return [{ field, code: 'notInList', limit: spelled(WHATSAPP_VARIABLES) }];
      return text.includes('{nomor}') && text.includes('{tautan}') ? [] : [{ field, code: 'required' }];
    }),
  ];
}
const WRONG_URL: Issue = { field: 'url', code: 'wrongFormat' };
