import { Box, Loader, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../../domain';
import type { AuditChange, AuditEntry } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { FormDialog } from '../../parts/FormDialog';
import { Notice } from '../../parts/Notice';
import { useWords } from '../../words';
import { Change } from './Change';
import { subjectName, subjectTitle } from './words';

interface Props {
  readonly entry: AuditEntry;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Taking one change back: what will be different afterwards, or why it cannot be. */
export function UndoDialog({ entry: { id, subject }, onDone, onClose }: Props) {
  const { t } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [changes, setChanges] = useState<readonly AuditChange[] | null>(null);
  const [obstacle, setObstacle] = useState<Refusal | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    client.previewUndo({ id }, { signal: controller.signal }).then(setChanges, (error: unknown) => {
      if (!controller.signal.aborted) setObstacle(toRefusal(error));
    });
    return () => controller.abort();
  }, [client, id]);
  const form = useSubmit(async () => {
    if (!changes) return;
    await client.undoEntry({ id });
    toggleNotification({ type: 'success', message: t('audit.undone') });
    onClose();
    onDone();
  });
  const why = obstacle && (obstacle.code === 'settingsChanged' ? t('audit.undo.newer') : obstacle.message);
  return (
    <FormDialog
      title={t('audit.undo.title')}
      label={t('audit.undo')}
      form={form}
      isReady={changes !== null}
      onClose={onClose}
    >
      <Typography variant="omega" fontWeight="semiBold">
        {subjectName(subject.type, t)} {subjectTitle(subject, t)}
      </Typography>
      {why && <Notice kind="alarm">{why}</Notice>}
      {!changes && !why && <Loader small>{t('loading')}</Loader>}
      {changes && (
        <>
          <Typography variant="omega">{t('audit.undo.lead')}</Typography>
          <Box tag="ul" data-undo={id}>
            {changes.map((change) => (
              <Change key={change.name} change={change} />
            ))}
          </Box>
        </>
      )}
    </FormDialog>
  );
}
