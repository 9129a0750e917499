import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, MinusCircle } from '@strapi/icons';
import { Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { SetupStep } from '../../../domain';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { useWords } from '../words';

const FIVE_MINUTES_MS = 300_000;
const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

/** Where each step is done. */
const DONE_AT: Readonly<Record<SetupStep, string>> = {
  identity: '/content-manager/single-types/api::identity.identity',
  mail: '/settings/ticketing/mail',
  people: '/settings/ticketing/accounts',
  calendar: '/settings/ticketing/calendar',
  backup: '/settings/ticketing/operations',
};

/** What a new office does first, and how much of it is done. */
export function SetupWidget() {
  const { t } = useWords();
  const client = useClient();
  const { data, refusal } = useLive('setup', (signal) => client.getSetup({}, { signal }), { every: FIVE_MINUTES_MS });
  if (refusal?.code === 'notAllowed') return <Widget.NoPermissions>{t('settings.notAllowed')}</Widget.NoPermissions>;
  if (!data)
    return refusal ? <Widget.Error>{refusal.message}</Widget.Error> : <Widget.Loading>{t('loading')}</Widget.Loading>;
  const done = data.filter(({ isDone }) => isDone).length;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-setup={done}>
      <Typography variant="omega" textColor="neutral700" tag="p">
        {done === data.length ? t('setup.allDone') : t('setup.progress', { done, all: data.length })}
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {data.map(({ step, isDone }) => (
          <Flex key={step} tag="li" gap={2} alignItems="flex-start" data-step={step} data-done={isDone}>
            {isDone ? (
              <CheckCircle width="16" height="16" fill="success600" style={{ flex: 'none' }} aria-hidden />
            ) : (
              <MinusCircle width="16" height="16" fill="neutral500" style={{ flex: 'none' }} aria-hidden />
            )}
            <div style={{ minWidth: 0 }}>
              <Typography variant="omega" fontWeight={isDone ? 'regular' : 'semiBold'} tag="p">
                {t(`setup.${step}`)} · {t(isDone ? 'setup.done' : 'setup.open')}
              </Typography>
              {!isDone && (
                <>
                  <Typography variant="pi" textColor="neutral600" tag="p">
                    {t(`setup.${step}Help`)}
                  </Typography>
                  <Way to={DONE_AT[step]}>{t(`setup.${step}Way`)}</Way>
                </>
              )}
            </div>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
