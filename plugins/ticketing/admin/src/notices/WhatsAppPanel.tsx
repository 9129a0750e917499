import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { wordIssue, type Refusal } from '../../../domain';
import type { WhatsAppNumber } from '../../../domain/contract';
import { toRefusal, useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';

/** Whether this officer is told by WhatsApp, and at which number; absent where the city sends none. `onChange` follows a save. */
export function WhatsAppPanel({ onChange }: { readonly onChange: () => void }) {
  const { t, language } = useWords();
  const client = useClient();
  const live = useLive('whatsapp.number', (signal) => client.getWhatsAppNumber({}, { signal }), { every: 600_000 });
  const [typed, setTyped] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const kept: WhatsAppNumber | undefined = live.data;
  if (!kept?.isOffered) return null;
  const save = async (number: string | null): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      live.replace(await client.saveWhatsAppNumber({ number }));
      setTyped(null);
      onChange();
    } catch (error) {
      setRefusal(toRefusal(error));
    }
    setBusy(false);
  };
  const [issue] = refusal?.details.issues ?? [];
  const value = typed ?? kept.number ?? '';
  return (
    <Panel title={t('whatsapp.mine')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t('whatsapp.mineLead')}</Typography>
        {refusal && !issue && <Notice kind="alarm">{refusal.message}</Notice>}
        <Field.Root name="number" error={issue && wordIssue(language, issue, { number: t('whatsapp.number') })}>
          <Field.Label>{t('whatsapp.number')}</Field.Label>
          <Flex gap={3} wrap="wrap">
            <Box maxWidth="24rem" style={{ flex: '1 1 16rem' }}>
              <TextInput type="tel" value={value} onChange={(event) => setTyped(event.target.value)} />
            </Box>
            <Button
              variant="secondary"
              loading={isBusy}
              disabled={value.trim() === '' || value === kept.number}
              onClick={() => void save(value)}
            >
              {t('whatsapp.start')}
            </Button>
            {kept.number !== null && (
              <Button variant="tertiary" loading={isBusy} onClick={() => void save(null)}>
                {t('whatsapp.end')}
              </Button>
            )}
          </Flex>
          <Field.Error />
        </Field.Root>
      </Flex>
    </Panel>
  );
}
