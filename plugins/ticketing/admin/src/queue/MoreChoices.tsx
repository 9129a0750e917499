import { Field } from '@strapi/design-system';
import { findServices } from '../../../domain';
import { useCatalog } from '../live/useCatalog';
import { useOfficers } from '../live/useOfficers';
import { Picker } from '../parts/Picker';
import { useWords } from '../words';
import type { FilterProps } from './FilterChoices';

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
        <Field.Root name="assignee">
          <Field.Label>{t('filter.officer')}</Field.Label>
          <Picker
            size="S"
            value={place.assignee}
            options={[nobody, ...(officers ?? []).map(({ id, name }) => ({ value: String(id), label: name }))]}
            placeholder={t('filter.all')}
            onChange={(assignee) => onChange({ assignee, page: 1 })}
          />
        </Field.Root>
      )}
      {place.tab !== 'team' && (
        <Field.Root name="team">
          <Field.Label>{t('filter.team')}</Field.Label>
          <Picker
            size="S"
            value={place.team}
            options={[
              { value: 'none', label: t('filter.noTeam') },
              ...(catalog?.teams ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
            placeholder={t('filter.all')}
            onChange={(team) => onChange({ team, page: 1 })}
          />
        </Field.Root>
      )}
      <Field.Root name="service">
        <Field.Label>{t('filter.service')}</Field.Label>
        <Picker
          size="S"
          value={place.service}
          options={services('')}
          find={services}
          placeholder={t('filter.all')}
          onChange={(service) => onChange({ service, page: 1 })}
        />
      </Field.Root>
    </>
  );
}
