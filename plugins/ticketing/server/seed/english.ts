import { readSeed, type SeedField, type SeedService } from './files';

/** The catalogue in English: by code, and for what many forms say, by the Indonesian text. */
export interface SeedEnglish {
  readonly categories: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
  readonly services: Readonly<Record<string, { readonly name: string; readonly scope?: string }>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly helps: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}
export const readEnglish = (dir: string): Promise<SeedEnglish> => readSeed<SeedEnglish>(dir, 'katalog-layanan.en');

export const englishCategory = ({ categories }: SeedEnglish, code: string) => ({
  englishName: categories[code]?.name,
  englishDescription: categories[code]?.description,
});
export const englishService = ({ services }: SeedEnglish, { kode }: SeedService) => ({
  englishName: services[kode]?.name,
  englishScope: services[kode]?.scope,
});
export const englishField = ({ labels, helps, options }: SeedEnglish, { label, bantuan, opsi = [] }: SeedField) => ({
  englishLabel: labels[label],
  englishHelp: bantuan && helps[bantuan],
  englishOptions: opsi.every((option) => options[option]) ? opsi.map((option) => options[option]) : [],
});
