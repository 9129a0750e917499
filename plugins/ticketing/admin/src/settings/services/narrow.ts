import { fold, type KeptCategory, type ServiceBook } from '../../../../domain';

export const STATES = ['on', 'off'] as const;
export type State = (typeof STATES)[number] | 'all';

/** Categories with those of their services that are looked for; one whose own name fits keeps all of them. */
export function narrowed({ categories }: ServiceBook, typed: string, state: State): KeptCategory[] {
  const wanted = fold(typed);
  if (wanted === '' && state === 'all') return [...categories];
  const fits = (...texts: readonly string[]) => fold(texts.join(' ')).includes(wanted);
  return categories.flatMap((category): KeptCategory[] => {
    const isWhole = fits(category.code, category.name);
    const services = category.services.filter(
      (service) =>
        (isWhole || fits(service.code, service.name, service.team?.name ?? '', ...service.keywords)) &&
        (state === 'all' || (service.isActive && category.isActive) === (state === 'on')),
    );
    const isEmptyFit =
      category.services.length === 0 && isWhole && (state === 'all' || category.isActive === (state === 'on'));
    return services.length > 0 || isEmptyFit ? [{ ...category, services }] : [];
  });
}
