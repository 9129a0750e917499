import { HOLIDAY_LIST, isSound, type HolidayFault, type HolidayLine } from '../../../../domain';
import { useClient } from '../../api/useClient';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { ListImport } from '../ListImport';

type Bad = Exclude<HolidayFault, 'known'>;

/** A list from the decree of three ministers. */
export function ImportHolidays({ onImported }: { readonly onImported: () => void }) {
  const { t, language } = useWords();
  const client = useClient();
  const word = ({ day, name, kind, fault }: HolidayLine, isBad: boolean): string =>
    isBad
      ? `${t(`holidayFault.${fault as Bad}`)} (${[day, name].filter(Boolean).join(', ') || '–'})`
      : [timeTeller(language).day(day), name, kind && t(`holiday.${kind}`)].filter(Boolean).join(', ');
  return (
    <ListImport
      title={t('calendar.import')}
      label={t('calendar.csv')}
      hint={t('calendar.importHint')}
      most={HOLIDAY_LIST.characters}
      send={(csv, isTrial) => client.importHolidays({ csv, isTrial })}
      isSound={isSound}
      word={word}
      onImported={onImported}
    />
  );
}
