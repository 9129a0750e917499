import { EMAIL_FORMAT, PHONE_FORMAT } from './form';
import { LIMITS } from './limits';
import { IMPACTS, URGENCIES } from './priority';
import type { Issue } from './refusal';

/** How a request reached the service desk. The portal always files as WEB. */
export const CHANNELS = ['WEB', 'PHONE', 'WHATSAPP', 'EMAIL', 'WALK_IN'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Fewest and most characters of what every request says. The contract and the browser read the same table. */
export const REQUEST_LIMITS = {
  title: [5, 200],
  description: [10, 10_000],
  'contact.name': [1, LIMITS.name],
} as const satisfies Record<string, readonly [number, number]>;

const among =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);
const FORMATS: Readonly<
  Record<
    string,
    {
      readonly fits: (value: string) => boolean;
      readonly code: Issue['code'];
      readonly limit?: string;
      readonly optional?: true;
    }
  >
> = {
  impact: { fits: among(IMPACTS), code: 'notInList', limit: IMPACTS.join(', ') },
  urgency: { fits: among(URGENCIES), code: 'notInList', limit: URGENCIES.join(', ') },
  'contact.phone': { fits: (value) => PHONE_FORMAT.test(value), code: 'wrongFormat' },
  'contact.email': { fits: (value) => EMAIL_FORMAT.test(value), code: 'wrongFormat', optional: true },
};

/** What is wrong with the parts every request has, before a network is asked; the contract finds the same. */
export function checkRequest(text: (name: string) => string): Issue[] {
  const lengths = Object.entries(REQUEST_LIMITS).flatMap(([field, [shortest, longest]]): Issue[] => {
    const { length } = text(field).trim();
    if (length === 0) return [{ field, code: 'required' }];
    return length < shortest
      ? [{ field, code: 'tooShort', limit: shortest }]
      : length > longest
        ? [{ field, code: 'tooLong', limit: longest }]
        : [];
  });
  const formats = Object.entries(FORMATS).flatMap(([field, { fits, code, limit, optional }]): Issue[] => {
    const value = text(field).trim();
    if (!value) return optional ? [] : [{ field, code: 'required' }];
    return fits(value) ? [] : [{ field, code, ...(limit && { limit }) }];
  });
  return [...lengths, ...formats];
}
