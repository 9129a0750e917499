import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useState } from 'react';
import { EXAMPLES, type ExampleKind } from '../../../domain';
import { toRefusal, useClient } from '../api/useClient';
import { Notice } from '../parts/Notice';
import type { SidePanel } from '../side-panel';
import { openPdf } from '../parts/open-pdf';
import { useWords } from '../words';

const IDENTITY = 'api::identity.identity';

/** Two papers as they look with what is saved: the whole kop, and everybody who signs. */
function Examples() {
  const { t } = useWords();
  const client = useClient();
  const [busy, setBusy] = useState<ExampleKind | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = async (kind: ExampleKind) => {
    setBusy(kind);
    setTrouble(null);
    try {
      await openPdf(() => client.readExample({ kind }), `${kind}.pdf`);
    } catch (error) {
      setTrouble(toRefusal(error).message);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {t('identity.lead')}
      </Typography>
      {EXAMPLES.map((kind) => (
        <Button
          key={kind}
          type="button"
          variant="tertiary"
          startIcon={<Eye />}
          loading={busy === kind}
          onClick={() => void show(kind)}
        >
          {t(`identity.${kind}`)}
        </Button>
      ))}
      {trouble && <Notice kind="alarm">{trouble}</Notice>}
    </Flex>
  );
}

/** Stands beside the form of the identity in the content manager, and beside no other. */
export const IdentityPanel: SidePanel = ({ model }) => {
  const { t } = useWords();
  return model === IDENTITY ? { title: t('identity.title'), content: <Examples /> } : null;
};
