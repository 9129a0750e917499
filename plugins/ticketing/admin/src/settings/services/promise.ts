import {
  HEAD_OF_OFFICE,
  wholeDuration,
  workingDuration,
  type ServiceBook,
  type ShelvedService,
} from '../../../../domain';
import type { Speech } from '../../words';
import { isAroundTheClock } from './values';

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
