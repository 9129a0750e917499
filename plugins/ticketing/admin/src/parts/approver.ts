import type { Catalog, Words } from '../../../domain';

/** Who must approve, as people call them: an office in the city's words, or a team by its name. */
export const approverIn = ({ approver }: Words, catalog: Catalog | undefined, code: string): string =>
  (approver as Readonly<Record<string, string>>)[code] ??
  catalog?.teams.find((team) => team.code === code)?.name ??
  code;
