import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Permission } from '../../../domain';
import { AtDesk } from '../frame/AtDesk';
import { useDesk } from '../api/Desk';
import { Page } from '../frame/Page';
import { Notice } from '../parts/Notice';
import { useWords, type Key } from '../words';
import { Warnings } from './WarningList';

interface Props {
  readonly title: Key;
  readonly lead: Key;
  /** What this page of a room is about, where it has several. */
  readonly named?: string | undefined;
  readonly backTo?: string;
  /** What it takes to change something here. */
  readonly changedBy?: Permission;
  /** What it takes to see more of it than its name; absent where everybody who reads settings may. */
  readonly openTo?: Permission;
  readonly children: ReactNode;
}

function Room({ title, lead, named, backTo, changedBy = 'settings:manage', openTo, children }: Props) {
  const { t } = useWords();
  const { may } = useDesk();
  return (
    <Page
      title={named ?? t(title)}
      {...(backTo !== undefined && { backTo, backLabel: t('settings.backTo', { name: t(title) }) })}
      below={
        <Typography variant="omega" textColor="neutral600" tag="p" paddingTop={2} style={{ maxWidth: '72rem' }}>
          {t(lead)}
        </Typography>
      }
    >
      {may('settings:read') ? (
        <>
          <Warnings />
          {!may(changedBy) && (
            <Flex paddingBottom={4}>
              <Notice kind="remark">{t('settings.readOnly')}</Notice>
            </Flex>
          )}
          {openTo === undefined || may(openTo) ? children : <Notice kind="alarm">{t('settings.notAllowed')}</Notice>}
        </>
      ) : (
        <Notice kind="alarm">{t('settings.notAllowed')}</Notice>
      )}
    </Page>
  );
}

/** A page of the desk's settings, for those whom the matrix lets in. */
export function SettingsPage(props: Props) {
  const { t } = useWords();
  return (
    <AtDesk title={props.named ?? t(props.title)}>
      <Room {...props} />
    </AtDesk>
  );
}
