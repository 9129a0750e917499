import { findServices, type TicketDetail } from '../../../../domain';
import { useCatalog } from '../../live/useCatalog';
import { Picker, type PickerOption } from '../../parts/Picker';
import { useWords } from '../../words';

interface Props {
  readonly value: string;
  readonly ticket: TicketDetail;
  readonly onChange: (value: string) => void;
}

/** Another service than the one it has, found by any of its words, as the portal does. */
export function ServiceInput({ value, ticket, onChange }: Props) {
  const { t } = useWords();
  const { data: catalog } = useCatalog();
  const find = (typed: string): PickerOption[] =>
    findServices(catalog?.categories ?? [], typed)
      .filter(({ service }) => service.code !== ticket.category.code)
      .map(({ category, service }) => ({ value: service.code, label: service.name, detail: category.name }));
  return (
    <Picker
      value={value}
      options={find('')}
      find={find}
      isLoading={!catalog}
      placeholder={t('filing.findService')}
      onChange={onChange}
    />
  );
}
