import { RowButton } from '../../parts/ListRow';
import { useWords } from '../../words';
import { MoveButtons } from './MoveButtons';

/** What can be done with a row; absent for those who only look. */
export interface RowDeeds {
  readonly isBusy: boolean;
  readonly onStanding: (isActive: boolean) => void;
  /** Absent while the list is narrowed: a place among some is none among all. */
  readonly onMove: ((by: -1 | 1) => Promise<void>) | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}
interface Props {
  /** Which row it is, among services and categories. */
  readonly row: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly deeds: RowDeeds;
}

/** Takes a row of the catalogue out of use or back, and moves it. */
export function RowButtons({ row, name, isActive, deeds }: Props) {
  const { t } = useWords();
  const label = t(isActive ? 'services.close' : 'services.open');
  return (
    <>
      <RowButton deed={label} name={name} isBusy={deeds.isBusy} onClick={() => deeds.onStanding(!isActive)} />
      {deeds.onMove && (
        <MoveButtons row={row} name={name} isFirst={deeds.isFirst} isLast={deeds.isLast} onMove={deeds.onMove} />
      )}
    </>
  );
}
