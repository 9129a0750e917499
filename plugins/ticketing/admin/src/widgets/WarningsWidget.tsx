import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { fill } from '../../../domain';
import { MENDED_AT, useWarnings } from '../settings/warnings';
import { useWords } from '../words';

const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

/** What an administrator should mend, on the page they see first. */
export function WarningsWidget() {
  const { t, w } = useWords();
  const { data, refusal } = useWarnings();
  if (refusal?.code === 'notAllowed') return <Widget.NoPermissions>{t('settings.notAllowed')}</Widget.NoPermissions>;
  if (!data)
    return refusal ? <Widget.Error>{refusal.message}</Widget.Error> : <Widget.Loading>{t('loading')}</Widget.Loading>;
  if (data.length === 0) return <Widget.NoData>{t('warning.none')}</Widget.NoData>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {data.map(({ code, facts }) => (
        <Flex key={`${code}.${Object.values(facts).join()}`} tag="li" gap={2} alignItems="flex-start">
          <WarningCircle width="16" height="16" fill="warning700" style={{ flex: 'none' }} aria-hidden />
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Typography variant="omega" textColor="neutral800" tag="p">
              {fill(w.warning[code], facts)}
            </Typography>
            <Way to={MENDED_AT[code].to}>{t(MENDED_AT[code].label)}</Way>
          </div>
        </Flex>
      ))}
    </Flex>
  );
}
