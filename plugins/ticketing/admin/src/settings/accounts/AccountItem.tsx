import { Flex, Typography } from '@strapi/design-system';
import type { AccountEntry } from '../../../../domain';
import { ListRow, RowButton, RowWords } from '../../parts/ListRow';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

const COLOURS = {
  active: ['success100', 'success700'],
  invited: ['warning100', 'warning700'],
  uninvited: ['neutral150', 'neutral700'],
  inactive: ['neutral150', 'neutral700'],
} as const;

interface Props {
  readonly account: AccountEntry;
  readonly isBusy: boolean;
  /** Nobody takes themselves out of use. */
  readonly isMe: boolean;
  readonly onChange: () => void;
  readonly onLeave: () => void;
  readonly onInvite: () => void;
  readonly onReturn: () => void;
}

/** One account: who, where they belong, in which roles, whether they come in, and what can be done with it. */
export function AccountItem({ account, isBusy, isMe, onChange, onLeave, onInvite, onReturn }: Props) {
  const { t, w, language } = useWords();
  const { name, email, door, roles, skpd, teams, state, position, lastSignInAt, openTickets, isMailPaused } = account;
  const place = door === 'portal' ? skpd?.name : teams.map((team) => team.name).join(', ');
  return (
    <ListRow data-account={email}>
      <RowWords
        name={name}
        state={t(`accounts.state.${state}`)}
        colours={COLOURS[state]}
        about={[
          t(`accounts.door.${door}`),
          roles.map((role) => w.role[role]).join(', ') || t('accounts.noRole'),
          place,
          position,
        ]}
      >
        <Typography tag="p" variant="pi" textColor="neutral600">
          {[
            email,
            lastSignInAt
              ? t('accounts.lastSignIn', { when: timeTeller(language).exact(lastSignInAt) })
              : t('accounts.neverIn'),
            openTickets > 0 && t('accounts.openTickets', { count: openTickets }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        {isMailPaused && (
          <Typography tag="p" variant="pi" textColor="danger700">
            {t('accounts.mailPaused')}
          </Typography>
        )}
      </RowWords>
      <Flex gap={2} wrap="wrap">
        {state === 'invited' && (
          <RowButton deed={t('accounts.inviteAgain')} name={name} isBusy={isBusy} onClick={onInvite} />
        )}
        {state === 'uninvited' && (
          <RowButton deed={t('accounts.invite')} name={name} variant="secondary" isBusy={isBusy} onClick={onInvite} />
        )}
        <RowButton deed={t('accounts.edit')} name={name} onClick={onChange} />
        {state === 'inactive' ? (
          <RowButton deed={t('accounts.activate')} name={name} variant="secondary" isBusy={isBusy} onClick={onReturn} />
        ) : isMe || (state === 'uninvited' && door === 'staff') ? null : (
          <RowButton deed={t('accounts.deactivate')} name={name} onClick={onLeave} />
        )}
      </Flex>
    </ListRow>
  );
}
