import type { Catalog, Category, Service } from './catalog';
import type { FormField } from './form';
import type { Language } from './language';

/** Whether a reader of English meets a text in Indonesian, because nobody has put it into English. */
export const isOnlyIndonesian = (language: Language, english: string | null): boolean =>
  language === 'en' && english === null;

const said = <T>(language: Language, own: T, english: T | null): T => (language === 'en' ? (english ?? own) : own);

/** The answers of a field as they are read; what is kept and checked are always its `options`. */
export const optionsIn = (language: Language, { options, englishOptions }: FormField): readonly string[] =>
  language === 'en' && englishOptions.length === options.length ? englishOptions : options;

export const fieldIn = (language: Language, field: FormField): FormField => ({
  ...field,
  label: said(language, field.label, field.englishLabel),
  help: said(language, field.help, field.englishHelp),
});

/** A service in a reader's language. The words of its Indonesian name, and of its category's, still find it. */
const serviceIn = (language: Language, service: Service, groupName: string): Service => ({
  ...service,
  name: said(language, service.name, service.englishName),
  keywords: language === 'en' ? [...service.keywords, service.name, groupName] : service.keywords,
  sla: { ...service.sla, scope: said(language, service.sla.scope, service.englishScope) },
  fields: service.fields.map((field) => fieldIn(language, field)),
});
const categoryIn = (language: Language, category: Category): Category => ({
  ...category,
  name: said(language, category.name, category.englishName),
  description: said(language, category.description, category.englishDescription),
  services: category.services.map((service) => serviceIn(language, service, category.name)),
});

/** The catalogue in a reader's language: English where administrators have written it, Indonesian elsewhere. */
export const catalogIn = (language: Language, catalog: Catalog): Catalog => ({
  ...catalog,
  categories: catalog.categories.map((category) => categoryIn(language, category)),
});

/** How much of a service's form a reader meets in their language. */
export function formLanguage(language: Language, { englishName, fields }: Service): 'whole' | 'partly' | 'none' {
  const missing = [englishName, ...fields.map(({ englishLabel }) => englishLabel)].filter((text) =>
    isOnlyIndonesian(language, text),
  ).length;
  return missing === 0 ? 'whole' : missing <= fields.length ? 'partly' : 'none';
}
