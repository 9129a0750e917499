import { NO_MACRO, type Catalog, type Macro } from '../../../domain';
import type { Speech } from '../words';

/** What a ready reply does beside saying something, a phrase for each thing; none for one that only says it. */
export function macroWords({ t, w }: Speech, catalog: Catalog | undefined, macro: Partial<Macro>): string[] {
  const { ending, priority, team } = { ...NO_MACRO, ...macro };
  const name = catalog?.teams.find(({ code }) => code === team)?.name ?? team;
  return [
    ...(priority ? [t('macro.priority', { priority: w.priority[priority] })] : []),
    ...(ending ? [t(`macro.${ending}`)] : []),
    ...(name ? [t('macro.team', { team: name })] : []),
  ];
}
