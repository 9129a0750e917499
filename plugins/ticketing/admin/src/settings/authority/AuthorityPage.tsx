import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { useWords } from '../../words';
import { SettingsForm } from '../SettingsForm';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { Matrix } from './Matrix';
import { CellDialog } from './CellDialog';
import { useEdits, type EditedCell } from './useEdits';

function Editor() {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const live = useLive('authority', (signal) => client.getAuthority({}, { signal }), { every: 30_000 });
  const { cells, edit, ...form } = useEdits(live);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [open, setOpen] = useState<EditedCell | null>(null);
  const changed = cells.filter(({ isChanged, isEdited }) => isChanged || isEdited).length;
  return (
    <Loaded live={live}>
      {() => (
        <SettingsForm form={form}>
          <Flex justifyContent="space-between" gap={3} wrap="wrap">
            <Checkbox checked={onlyChanged} onCheckedChange={(checked) => setOnlyChanged(checked === true)}>
              {t('authority.onlyChanged', { count: changed })}
            </Checkbox>
            <Typography variant="pi" textColor="neutral600">
              {t('authority.fixed')}
            </Typography>
          </Flex>
          <Matrix
            cells={cells}
            onlyChanged={onlyChanged}
            canEdit={may('settings:manage')}
            onOpen={setOpen}
            onReset={(cell) => edit(cell, cell.standard)}
          />
          {open && (
            <CellDialog
              cell={open}
              onDone={(alternatives) => {
                edit(open, alternatives);
                setOpen(null);
              }}
              onClose={() => setOpen(null)}
            />
          )}
        </SettingsForm>
      )}
    </Loaded>
  );
}

/** Siapa boleh apa: the authority matrix, cell by cell. */
export default function AuthorityPage() {
  return (
    <SettingsPage title="authority.title" lead="authority.lead">
      <Editor />
    </SettingsPage>
  );
}
