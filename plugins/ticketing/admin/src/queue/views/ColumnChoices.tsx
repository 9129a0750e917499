import { Checkbox, Flex } from '@strapi/design-system';
import { useWords } from '../../words';
import { COLUMNS, columnsName, columnsOf, LOOKS, type Column } from '../columns';
import type { Place } from '../place';

interface Props {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
}

/** Which columns the list has, and how close its rows stand; kept in the address, as everything else. */
export function ColumnChoices({ place, onChange }: Props) {
  const { t } = useWords();
  const chosen = columnsOf(place.columns);
  const toggle = (column: Column, isShown: boolean) =>
    onChange({
      columns: columnsName(isShown ? [...chosen, column] : chosen.filter((each) => each !== column)),
    });
  return (
    <Flex role="group" aria-label={t('views.columns')} gap={5} wrap="wrap" paddingTop={3} data-columns>
      {COLUMNS.map((column) => (
        <Checkbox
          key={column}
          checked={chosen.includes(column)}
          disabled={chosen.length === 1 && chosen.includes(column)}
          onCheckedChange={(is) => toggle(column, is === true)}
        >
          {t(LOOKS[column].label)}
        </Checkbox>
      ))}
      <Checkbox checked={place.compact !== ''} onCheckedChange={(is) => onChange({ compact: is === true ? '1' : '' })}>
        {t('views.compact')}
      </Checkbox>
    </Flex>
  );
}
