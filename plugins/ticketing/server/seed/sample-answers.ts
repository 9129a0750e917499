import type { FormField, FormValue } from '../../domain';
import { fits } from '../../domain/pattern';
import type { SeedTicket } from './files';

export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');

/** Samples leave out fields a real form demands; this says what a clerk would have written there. */
function fallback(field: FormField, ticket: SeedTicket, at: string): FormValue {
  switch (field.type) {
    case 'number':
      return field.min ?? 1;
    case 'boolean':
      return true;
    case 'select':
      return field.options[0] ?? '';
    case 'multiselect':
      return field.options.slice(0, 1);
    case 'date':
      return at.slice(0, 10);
    case 'datetime':
      return at;
    case 'url':
      return 'https://bukittinggikota.go.id';
    case 'domain':
      return 'contoh.bukittinggikota.go.id';
    case 'email':
      return `${slug(ticket.pic.nama)}@bukittinggi.test`;
    case 'phone':
      return ticket.pic.telepon;
    case 'nip':
      return '000000000000000000';
    default:
      return field.pattern ? '' : 'Sesuai uraian permintaan';
  }
}

const PATTERN_SAMPLES = ['contoh-layanan', '10.10.10.10', '2026-001', 'contoh', '123456'];
const fitting = (pattern: string): string | undefined => PATTERN_SAMPLES.find((sample) => fits(pattern, sample));

/**
 * What the sample's form holds for these questions. `at` is its minute of submission in WIB, `shifted` moves a moment of
 * the sample to the day on which it is lived again.
 */
export function formFor(
  fields: readonly FormField[],
  ticket: SeedTicket,
  at: string,
  shifted: (time: string) => number,
): Record<string, unknown> {
  const form: Record<string, unknown> = {};
  for (const field of fields.filter(({ type }) => type !== 'file')) {
    const given = ticket.dataForm[field.key];
    if (given !== undefined && given !== null)
      form[field.key] =
        field.type === 'datetime' && typeof given === 'string' ? new Date(shifted(given)).toISOString() : given;
    else if (field.required)
      form[field.key] = (field.pattern ? fitting(field.pattern) : undefined) ?? fallback(field, ticket, at);
  }
  return form;
}
