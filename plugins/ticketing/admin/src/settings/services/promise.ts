import {
  HEAD_OF_OFFICE,
  wholeDuration,
  workingDuration,
  type ServiceBook,
  type ShelvedService,
} from '../../../../domain';
import type { Speech } from '../../words';
import { isAroundTheClock, minutesOf } from './durations';
import type { TypedService } from './typed';

/** What a service promises, in hours and working days; or that the ticket's priority does. */
export function promised({ t, language }: Speech, book: ServiceBook, sla: ShelvedService['sla']): string {
  if (!sla) return t('services.byPriority');
  const spell = isAroundTheClock(book, sla.calendar) ? wholeDuration : workingDuration;
  return t(sla.mode === 'EVENT' ? 'services.promiseEvent' : 'services.promise', {
    response: spell(language, sla.responseMinutes),
    resolution: spell(language, sla.resolutionMinutes),
  });
}

/** Who approves: the head of the office, or a team. */
export const approverName = ({ w }: Speech, { teams }: ServiceBook, code: string): string =>
  code === HEAD_OF_OFFICE ? w.approver.KEPALA_DINAS : (teams.find((team) => team.code === code)?.name ?? code);

/** The promise as it is typed; null where the priority promises, or where it is not whole yet. */
export function targetOf(typed: TypedService, book: ServiceBook): ShelvedService['sla'] {
  const always = isAroundTheClock(book, typed.calendar);
  const [responseMinutes, resolutionMinutes] = [minutesOf(typed.response, always), minutesOf(typed.resolution, always)];
  return typed.hasTarget && typeof responseMinutes === 'number' && typeof resolutionMinutes === 'number'
    ? { calendar: typed.calendar, responseMinutes, resolutionMinutes, mode: typed.mode }
    : null;
}
