import type { FieldType, FormField } from './form';

/** How a value of each kind is written, for whoever wrote it otherwise. Nobody's: reserved numbers and plain names. */
const EXAMPLES: Partial<Record<FieldType, string>> = {
  email: 'nama@bukittinggikota.go.id',
  phone: '0812-3456-7890',
  url: 'https://contoh.go.id/halaman',
  domain: 'contoh.bukittinggikota.go.id',
  nip: '19850101 201001 1 001',
};

/** Examples by field, for the contact of a request and the fields of its service's form. */
export const examplesFor = (fields: readonly FormField[]): Record<string, string> => ({
  'contact.phone': EXAMPLES.phone ?? '',
  'contact.email': EXAMPLES.email ?? '',
  ...Object.fromEntries(
    fields.flatMap(({ key, type, pattern }) => (EXAMPLES[type] && !pattern ? [[`form.${key}`, EXAMPLES[type]]] : [])),
  ),
});
