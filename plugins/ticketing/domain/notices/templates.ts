import type { Issue } from '../refusal';
import { spelled, unknownVariable } from '../variables';

/** What the words of a letter may name. Source: requirement 3.7: nomor, judul, status, petugas, tautan. */
export const LETTER_VARIABLES = ['nomor', 'judul', 'status', 'petugas', 'tautan', 'pelaku', 'skpd', 'tenggat'] as const;
export type LetterVariable = (typeof LETTER_VARIABLES)[number];

/** What a letter of one kind says in one language. */
export interface LetterTemplate {
  readonly subject: string;
  readonly body: string;
}
export const TEMPLATE_LIMITS = { subject: 150, body: 2000 } as const;

/** What is wrong with an edited letter: a variable that there is none of would be sent as a dash to everybody. */
export function checkTemplate(template: LetterTemplate): Issue[] {
  return (['subject', 'body'] as const).flatMap((field): Issue[] => {
    const text = template[field].trim();
    if (text === '') return [{ field, code: 'required' }];
    if (text.length > TEMPLATE_LIMITS[field]) return [{ field, code: 'tooLong', limit: TEMPLATE_LIMITS[field] }];
    if (unknownVariable(text, LETTER_VARIABLES) !== undefined)
      return [{ field, code: 'notInList', limit: spelled(LETTER_VARIABLES) }];
    return field === 'subject' && /[\r\n]/.test(text) ? [{ field, code: 'wrongFormat' }] : [];
  });
}
