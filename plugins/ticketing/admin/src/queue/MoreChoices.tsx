import { findServices } from '../../../domain';
import { useCatalog } from '../live/useCatalog';
import { useOfficers } from '../live/useOfficers';
import { useWords } from '../words';
import type { FilterProps } from './FilterChoices';
import { DayChoices } from './DayChoices';
import { FilterPicker, optionsOf } from './FilterPicker';
import { canWait } from './place';
import { WaitChoices } from './WaitChoices';

/** Whose it is, which team's, and for which service: what a coordinator asks, and an officer now and then. */
export function MoreChoices({ place, onChange }: FilterProps) {
  const { t } = useWords();
  const { data: catalog } = useCatalog();
  const { data: officers } = useOfficers();
  const nobody = { value: 'none', label: t('queue.nobody') };
  const services = (typed: string) =>
    findServices(catalog?.categories ?? [], typed).map(({ category, service }) => ({
      value: service.code,
      label: service.name,
      detail: category.name,
    }));
  return (
    <>
      {place.tab !== 'mine' && (
        <FilterPicker
          name="assignee"
          label={t('filter.officer')}
          value={place.assignee}
          options={[nobody, ...(officers ?? []).map(({ id, name }) => ({ value: String(id), label: name }))]}
          onChange={(assignee) => onChange({ assignee, page: 1 })}
        />
      )}
      {place.tab !== 'team' && (
        <FilterPicker
          name="team"
          label={t('filter.team')}
          value={place.team}
          options={[{ value: 'none', label: t('filter.noTeam') }, ...optionsOf(catalog?.teams)]}
          onChange={(team) => onChange({ team, page: 1 })}
        />
      )}
      <FilterPicker
        name="service"
        label={t('filter.service')}
        value={place.service}
        options={services('')}
        find={services}
        onChange={(service) => onChange({ service, page: 1 })}
      />
      <DayChoices place={place} onChange={onChange} />
      {canWait(place.tab) && <WaitChoices place={place} onChange={onChange} />}
    </>
  );
}
