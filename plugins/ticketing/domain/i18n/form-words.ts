import type { Language } from '../language';
import type { Issue, RefusalCode, RefusalDetails } from '../refusal';
import { fields as inEnglish } from './en/fields';
import { refusals as refusalsInEnglish } from './en/refusals';
import { fill } from './fill';
import { fields as inIndonesian } from './id/fields';
import { refusals as refusalsInIndonesian } from './id/refusals';

/** What a form says of what is in it. Apart from all other words, since these alone travel to a browser. */
const forms = { id: inIndonesian, en: inEnglish } as const satisfies Record<Language, unknown>;
const refusals = { id: refusalsInIndonesian, en: refusalsInEnglish } as const satisfies Record<Language, unknown>;

/**
 * One issue as a sentence. `labels` names the fields of a service's form by their catalogue labels; `examples` shows how
 * a field is written that was written otherwise.
 */
export function wordIssue(
  language: Language,
  { field, code, limit }: Issue,
  labels: Readonly<Record<string, string>> = {},
  examples: Readonly<Record<string, string>> = {},
): string {
  const { field: fields, issue, writtenLike } = forms[language];
  const names = fields as Record<string, string>;
  // What a list holds is named alike, wherever in the list it stands.
  const label = labels[field] ?? names[field] ?? names[field.replace(/\.\d+(?=\.|$)/g, '')] ?? field;
  const example = code === 'wrongFormat' ? examples[field] : undefined;
  return example ? fill(writtenLike, { field: label, example }) : fill(issue[code], { field: label, limit });
}

/** Why a file is not taken, as a sentence; the facts stand in it as they are. */
export const wordFileRefusal = (language: Language, code: RefusalCode, details: RefusalDetails): string =>
  fill(refusals[language].refusal[code], details);
