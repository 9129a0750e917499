import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { toRefusal, useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Page } from '../frame/Page';
import { Loaded } from '../parts/Loaded';
import { Notice } from '../parts/Notice';
import { useWords } from '../words';
import { BundleItem } from './BundleItem';
import { monthsUntil } from './months';

/** How often progress is asked after while the page is open. */
const EVERY_MS = 3000;

/** All Berita Acara of a month at once, made in the background while the officer goes on. */
export function BundlesPage() {
  const { t, language } = useWords();
  const client = useClient();
  const months = monthsUntil(Date.now(), language);
  // A month is usually filed when it is over.
  const [key, setKey] = useState(months[1]?.key ?? '');
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const live = useLive('bundles', (signal) => client.listBundles({}, { signal }), { every: EVERY_MS });
  const labelOf = (from: string, to: string): string =>
    months.find((month) => month.from === from)?.label ?? `${from} – ${to}`;
  const ask = async () => {
    const month = months.find((each) => each.key === key);
    if (!month) return;
    setBusy(true);
    setTrouble(null);
    try {
      live.replace(await client.requestBundle({ from: month.from, to: month.to }));
    } catch (error) {
      setTrouble(toRefusal(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('bundles.title')} lead={t('bundles.lead')}>
      <Flex gap={3} alignItems="flex-end" wrap="wrap" paddingBottom={6}>
        <Field.Root name="month">
          <Field.Label>{t('bundles.month')}</Field.Label>
          <SingleSelect value={key} onChange={(value) => setKey(String(value))}>
            {months.map((month) => (
              <SingleSelectOption key={month.key} value={month.key}>
                {month.label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Button size="L" loading={isBusy} onClick={() => void ask()}>
          {t('bundles.ask')}
        </Button>
      </Flex>
      {trouble && <Notice kind="alarm">{trouble}</Notice>}
      <Loaded live={live}>
        {(bundles) =>
          bundles.length === 0 ? (
            <Typography variant="omega" textColor="neutral600">
              {t('bundles.none')}
            </Typography>
          ) : (
            <Box tag="ul" background="neutral0" hasRadius shadow="tableShadow">
              {bundles.map((bundle) => (
                <BundleItem key={bundle.id} bundle={bundle} label={labelOf(bundle.from, bundle.to)} />
              ))}
            </Box>
          )
        }
      </Loaded>
    </Page>
  );
}
