import type { DeskWarning } from '../../../domain/contract';
import { useClient } from '../api/useClient';
import { useLive, type Live } from '../live/useLive';
import type { Key } from '../words';

const FIVE_MINUTES_MS = 300_000;

/** Where an administrator mends what a warning is about. */
export const MENDED_AT: Readonly<Record<DeskWarning['code'], { readonly label: Key; readonly to: string }>> = {
  yearWithoutHolidays: { label: 'warning.holidays', to: '/settings/ticketing/calendar' },
  brokenCalendar: { label: 'warning.calendars', to: '/settings/ticketing/hours' },
  lettersStandStill: { label: 'warning.letters', to: '/settings/ticketing/letters' },
  lettersFailed: { label: 'warning.letters', to: '/settings/ticketing/letters' },
  pushStandsStill: { label: 'warning.letters', to: '/settings/ticketing/letters' },
  whatsAppStandsStill: { label: 'warning.whatsApp', to: '/settings/ticketing/whatsapp' },
  shortMessagesFailed: { label: 'warning.letters', to: '/settings/ticketing/letters' },
  teamWithoutMembers: { label: 'warning.teams', to: '/content-manager/collection-types/api::team.team' },
};

/** What an administrator should mend before it hurts. */
export function useWarnings(): Live<DeskWarning[]> {
  const client = useClient();
  return useLive('warnings', (signal) => client.getWarnings({}, { signal }), { every: FIVE_MINUTES_MS });
}
