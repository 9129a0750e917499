import { ACCOUNT_LIST, areSound, type AccountFault, type AccountLine } from '../../../../domain';
import { useClient } from '../../api/useClient';
import { useWords } from '../../words';
import { ListImport } from '../ListImport';

type Bad = Exclude<AccountFault, 'known'>;

/** Many accounts of both doors at once, each owner invited. */
export function ImportAccounts({ onImported }: { readonly onImported: () => void }) {
  const { t, w } = useWords();
  const client = useClient();
  const word = ({ fullName, email, roles, skpd, teams, fault }: AccountLine, isBad: boolean): string =>
    isBad
      ? `${t(`accountFault.${fault as Bad}`)} (${[fullName, email].filter(Boolean).join(', ') || '–'})`
      : [fullName, email, ...[...roles.map((role) => w.role[role]), skpd?.name, ...teams.map(({ name }) => name)]]
          .filter(Boolean)
          .join(', ');
  return (
    <ListImport
      title={t('accounts.import')}
      label={t('accounts.csv')}
      hint={t('accounts.importHint', { most: ACCOUNT_LIST.lines })}
      most={ACCOUNT_LIST.characters}
      send={(csv, isTrial) => client.importAccounts({ csv, isTrial })}
      isSound={areSound}
      word={word}
      onImported={onImported}
    />
  );
}
