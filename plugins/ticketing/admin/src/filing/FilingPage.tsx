import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useRef, type FormEvent } from 'react';
import { useDesk } from '../api/Desk';
import { useCatalog } from '../live/useCatalog';
import { Page } from '../frame/Page';
import { LeaveWarning } from '../parts/LeaveWarning';
import { Notice } from '../parts/Notice';
import { Waiting } from '../parts/Waiting';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';
import { FilesPanel } from './FilesPanel';
import { PriorityPanel, WhatPanel, WhoPanel } from './panels';
import { useFiling } from './useFiling';

/** Tiket untuk SKPD: what somebody said on the phone, filed as they would have filed it. */
export function FilingPage() {
  const { t, w } = useWords();
  const { may } = useDesk();
  const { data: catalog, refusal: noCatalog, refresh } = useCatalog();
  const top = useRef<HTMLDivElement>(null);
  const form = useFiling(catalog, () =>
    window.requestAnimationFrame(() => top.current?.scrollIntoView({ block: 'center' })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <Page
      title={t('filing.title')}
      backTo={QUEUE}
      below={
        <Typography variant="omega" textColor="neutral600" tag="p">
          {t('filing.subtitle')}
        </Typography>
      }
    >
      {!may('ticket:createOnBehalf') && <Notice kind="alarm">{w.refusal.notAllowed}</Notice>}
      {noCatalog && (
        <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
          {noCatalog.message}
        </Notice>
      )}
      {!catalog && !noCatalog && <Waiting />}
      {catalog && may('ticket:createOnBehalf') && (
        <Box tag="form" noValidate maxWidth="96rem" onSubmit={submit}>
          <LeaveWarning files={form.files.length} />
          <Flex direction="column" alignItems="stretch" gap={4}>
            <div ref={top}>{form.refusal && <Notice kind="alarm">{form.refusal.message}</Notice>}</div>
            <WhoPanel catalog={catalog} form={form} />
            <WhatPanel catalog={catalog} form={form} />
            <FilesPanel form={form} />
            <PriorityPanel catalog={catalog} form={form} />
            <Flex gap={3} justifyContent="flex-end" wrap="wrap">
              <Button type="button" variant="tertiary" onClick={form.discard}>
                {t('filing.discard')}
              </Button>
              <Button type="submit" loading={form.isBusy}>
                {t('filing.submit')}
              </Button>
            </Flex>
          </Flex>
        </Box>
      )}
    </Page>
  );
}
