import {
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import { ACCOUNT_DOORS, LIMITS, ROLES_AT, type AccountDoor, type AccountEntry, type Role } from '../../../../domain';
import { useCatalog } from '../../live/useCatalog';
import { Picker } from '../../parts/Picker';
import { useWords } from '../../words';

/** What is said of an account, as it is typed. */
export interface Said {
  readonly door: AccountDoor;
  readonly fullName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly skpd: string;
  readonly teams: readonly string[];
  readonly position: string;
  readonly phone: string;
}
export const NOBODY: Said = {
  door: 'portal',
  fullName: '',
  email: '',
  roles: ['REQUESTER'],
  skpd: '',
  teams: [],
  position: '',
  phone: '',
};
export const saidOf = ({ door, name, email, roles, skpd, teams, position, phone }: AccountEntry): Said => ({
  door,
  fullName: name,
  email,
  roles,
  skpd: skpd?.code ?? '',
  teams: teams.map(({ code }) => code),
  position: position ?? '',
  phone: phone ?? '',
});
/** The same as the contract wants it: what does not belong to this door stays at home. */
export const bodyOf = ({ door, fullName, email, roles, skpd, teams, position, phone }: Said) => ({
  fullName,
  email,
  roles: [...roles],
  ...(door === 'portal' ? { skpd, position, phone } : { teams: [...teams] }),
});

interface Props {
  readonly said: Said;
  readonly issues: Readonly<Record<string, string>>;
  /** An account stays at the door it was made for. */
  readonly isNew: boolean;
  readonly onChange: (part: Partial<Said>) => void;
}

/** Who somebody is, at which door, in which role, and where they belong. */
export function AccountForm({ said, issues, isNew, onChange }: Props) {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  const { door } = said;
  const teams = catalog?.teams ?? [];
  const field = (
    name: 'fullName' | 'email' | 'roles' | 'skpd' | 'teams' | 'position' | 'phone',
    isNeeded: boolean,
    control: ReactNode,
  ) => (
    <Field.Root name={name} required={isNeeded} error={issues[name]}>
      <Field.Label>{w.field[name]}</Field.Label>
      {control}
      <Field.Error />
    </Field.Root>
  );
  const line = (name: 'fullName' | 'email' | 'position' | 'phone', isNeeded: boolean, limit: number) =>
    field(
      name,
      isNeeded,
      <TextInput
        type={name === 'email' ? 'email' : 'text'}
        value={said[name]}
        maxLength={limit}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />,
    );
  const isRole = (value: string): value is Role => ROLES_AT[door].some((role) => role === value);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {isNew && (
        <Field.Root name="door" required>
          <Field.Label>{t('accounts.door')}</Field.Label>
          <SingleSelect
            value={door}
            onChange={(chosen) =>
              onChange(
                chosen === 'staff'
                  ? { door: 'staff', roles: ['OFFICER'], skpd: '' }
                  : { door: 'portal', roles: ['REQUESTER'], teams: [] },
              )
            }
          >
            {ACCOUNT_DOORS.map((each) => (
              <SingleSelectOption key={each} value={each}>
                {t(`accounts.door.${each}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      {line('fullName', true, LIMITS.name)}
      {line('email', true, LIMITS.email)}
      {door === 'portal' ? (
        <>
          {field(
            'roles',
            true,
            <SingleSelect
              value={said.roles[0] ?? ''}
              onChange={(chosen) => {
                if (isRole(String(chosen))) onChange({ roles: [String(chosen) as Role] });
              }}
            >
              {ROLES_AT.portal.map((role) => (
                <SingleSelectOption key={role} value={role}>
                  {w.role[role]}
                </SingleSelectOption>
              ))}
            </SingleSelect>,
          )}
          {field(
            'skpd',
            said.roles.includes('REQUESTER'),
            <Picker
              value={said.skpd}
              options={(catalog?.skpd ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              isLoading={!catalog}
              placeholder={t('action.choose')}
              onChange={(skpd) => onChange({ skpd })}
            />,
          )}
          {line('position', false, LIMITS.name)}
          {line('phone', false, LIMITS.phone)}
        </>
      ) : (
        <>
          {field(
            'roles',
            true,
            <MultiSelect
              value={[...said.roles]}
              placeholder={t('action.choose')}
              customizeContent={() => said.roles.map((role) => w.role[role]).join(', ')}
              onChange={(chosen: string[]) => onChange({ roles: chosen.filter(isRole) })}
            >
              {ROLES_AT.staff.map((role) => (
                <MultiSelectOption key={role} value={role}>
                  {w.role[role]}
                </MultiSelectOption>
              ))}
            </MultiSelect>,
          )}
          {field(
            'teams',
            false,
            <MultiSelect
              value={[...said.teams]}
              placeholder={t('accounts.noTeam')}
              customizeContent={() =>
                teams
                  .filter(({ code }) => said.teams.includes(code))
                  .map(({ name }) => name)
                  .join(', ')
              }
              onChange={(chosen: string[]) => onChange({ teams: chosen })}
            >
              {teams.map(({ code, name }) => (
                <MultiSelectOption key={code} value={code}>
                  {name}
                </MultiSelectOption>
              ))}
            </MultiSelect>,
          )}
        </>
      )}
    </Flex>
  );
}
