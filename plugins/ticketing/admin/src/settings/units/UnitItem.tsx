import { Flex, Typography } from '@strapi/design-system';
import { wibDay, type UnitEntry } from '../../../../domain';
import { ListRow, RowButton, RowWords } from '../../parts/ListRow';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

interface Props {
  readonly unit: UnitEntry;
  readonly isBusy: boolean;
  /** Absent for those who only look. */
  readonly onChange: (() => void) | undefined;
  readonly onRestore: () => void;
}

const COLOURS = { open: ['success100', 'success700'], closed: ['neutral150', 'neutral700'] } as const;

/** One unit: what it is called, from when until when it is there, what takes its place, and what hangs on it. */
export function UnitItem({ unit, isBusy, onChange, onRestore }: Props) {
  const { t, language } = useWords();
  const { code, name, shortName, kind, parent, aliases, isOpen, activeFrom, activeTo, replacedBy } = unit;
  const day = timeTeller(language).day;
  const isToCome = !isOpen && activeFrom !== null && activeFrom > wibDay(Date.now());
  return (
    <ListRow data-unit={code}>
      <RowWords
        name={name}
        state={isToCome ? t('units.toCome') : t(isOpen ? 'units.open' : 'units.notOpen')}
        colours={COLOURS[isOpen ? 'open' : 'closed']}
        about={[code, shortName, kind, parent?.name]}
      >
        {(activeFrom ?? activeTo ?? replacedBy) && (
          <Typography tag="p" variant="omega" textColor="neutral800">
            {[
              activeFrom && t('units.since', { day: day(activeFrom) }),
              activeTo && t('units.until', { day: day(activeTo) }),
              replacedBy && t(activeTo ? 'units.followedBy' : 'units.planned', { name: replacedBy.name }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {[
            t('units.hangs', { tickets: unit.tickets, accounts: unit.accounts }),
            aliases.length > 0 && t('units.alsoCalled', { names: aliases.join(', ') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </RowWords>
      {onChange && (
        <Flex gap={2} wrap="wrap">
          {replacedBy && <RowButton deed={t('units.restore')} name={name} isBusy={isBusy} onClick={onRestore} />}
          <RowButton deed={t('accounts.edit')} name={name} onClick={onChange} />
        </Flex>
      )}
    </ListRow>
  );
}
