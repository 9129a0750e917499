import { LinkButton } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useDesk } from '../api/Desk';
import { useWords } from '../words';

/** For those who keep the ledger of letters: who was told of this ticket, when, and whether it arrived. */
export function LettersLink({ number }: { readonly number: string }) {
  const { t } = useWords();
  const { may } = useDesk();
  if (!may('settings:manage')) return null;
  return (
    <LinkButton tag={NavLink} to={`/settings/ticketing/letters?q=${number}`} size="S" variant="tertiary">
      {t('letters.ofTicket')}
    </LinkButton>
  );
}
