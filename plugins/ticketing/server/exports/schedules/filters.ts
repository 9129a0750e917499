import { NOBODY, Refusal, type Filters } from '../../../domain';
import type { Desk } from '../../desk/desk';

/** Refuses what nothing is called: a report narrowed to it would be empty, and nobody would know why. */
export async function checkFilters(desk: Desk, filters: Filters): Promise<void> {
  const { skpd, teams, services, catalog } = await desk.masterData();
  const categories = new Set([...services.keys(), ...catalog.categories.map(({ code }) => code)]);
  const known: Readonly<Record<string, { has: (code: string) => boolean }>> = {
    skpd,
    team: new Set([NOBODY, ...teams.keys()]),
    category: categories,
    service: categories,
  };
  const isUnknown = ([name, value]: [string, string]): boolean =>
    value.split(',').some((code) => known[name] && !known[name].has(code));
  const issues = Object.entries(filters)
    .filter(isUnknown)
    .map(([field]) => ({ field, code: 'unknown' as const }));
  if (issues.length > 0) throw new Refusal('invalid', { issues });
}
