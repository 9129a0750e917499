import { Refusal } from '../../domain';
import {
  judgeService,
  missingServiceColumns,
  serviceColumnsOf,
  type ListedBefore,
  type ListedGroup,
  type ListedService,
  type ServiceField,
} from '../../domain/imports';
import { isPattern } from '../../domain/pattern';
import { WORKING_HOURS } from '../desk/catalogue-rows';
import type { Desk } from '../desk/desk';
import { changeCategory, changeService, createCategory, createService, setServiceStanding } from '../services/keep';
import { listServices } from '../services/list';
import { bookRows, isService, toService } from '../services/rows';
import { openSmallList, type ListAsked, type ListListener, type ListOutcome, type ListRefused } from './small-list';

/** A city offers some hundred services; more lines than this are another list. */
const MOST_SERVICES = 1000;

export interface ServiceListener extends ListListener<ServiceField> {
  /** A line that changes what is here, and which calendars never close. */
  readonly changes: (listed: ListedGroup | ListedService, alwaysOpen: ReadonlySet<string>) => void;
}
export interface ServiceOutcome extends ListOutcome {
  readonly changed: number;
}

/** Writes what one line says by the use cases of the settings, so that it is checked once more, and recorded. */
async function write(desk: Desk, listed: ListedGroup | ListedService): Promise<void> {
  const { code, isActive, before } = listed;
  // What was changed here since the list was begun is refused by its version.
  const seen = before && { id: before.id, version: before.version };
  let id = seen?.id;
  if (listed.is === 'group') {
    const said = { ...listed.said, icon: listed.said.icon as Parameters<typeof createCategory>[1]['icon'] };
    if (!seen) {
      const { categories } = await createCategory(desk, { code, ...said });
      id = categories.find((each) => each.code === code)?.id;
    } else if (listed.changes.some(({ field }) => field !== 'isActive'))
      await changeCategory(desk, { ...seen, ...said });
  } else {
    const said = listed.said as Omit<Parameters<typeof createService>[1], 'code'>;
    if (!seen) ({ id } = await createService(desk, { code, ...said }));
    else if (listed.changes.some(({ field }) => field !== 'isActive')) await changeService(desk, { ...seen, ...said });
  }
  if (id !== undefined && isActive !== (before?.isActive ?? true)) await setServiceStanding(desk, { id, isActive });
}

/**
 * Tries a list of services and their categories, or takes it over. By its code a line is new, the same as here, or a
 * change, which is told field by field before anything is written. Bad lines stop no other.
 */
export async function importServices(
  desk: Desk,
  { path, isApplied }: ListAsked,
  listener: ServiceListener,
): Promise<ServiceOutcome | ListRefused<ServiceField>> {
  const manner = { columnsOf: serviceColumnsOf, missing: missingServiceColumns, most: MOST_SERVICES };
  const list = await openSmallList(path, manner);
  if ('missing' in list) return list;
  const { columns, lines, faults } = list;
  listener.opened(columns);

  const kept = (await bookRows(desk)).filter(isService).map(toService);
  const ground = {
    book: await listServices(desk),
    services: new Map(kept.map((service) => [service.code, service])),
    calendar: WORKING_HOURS,
    isPattern,
  };
  const alwaysOpen = new Set(ground.book.calendars.filter((each) => each.isAroundTheClock).map(({ code }) => code));
  const above: ListedBefore = { codes: new Map(), groups: [] };
  const outcome = { made: 0, changed: 0, known: 0, bad: faults.length };
  for (const line of lines) {
    const judged = judgeService(line, columns, above, ground);
    if ('faults' in judged) {
      outcome.bad += 1;
      listener.bad(judged.faults);
      continue;
    }
    const { listed } = judged;
    if (listed.changes.length > 0) listener.changes(listed, alwaysOpen);
    const kind = !listed.before ? 'made' : listed.changes.length > 0 ? 'changed' : 'known';
    try {
      if (isApplied && kind !== 'known') await write(desk, listed);
      outcome[kind] += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Somebody keeps the catalogue meanwhile; what they wrote stays.
      outcome.bad += 1;
      listener.bad([{ line: line.line, code: 'changedMeanwhile', column: '', value: listed.code }]);
    }
  }
  listener.bad(faults);
  return outcome;
}
