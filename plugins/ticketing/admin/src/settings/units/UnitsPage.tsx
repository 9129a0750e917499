import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { fold, type UnitEntry } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { FindBar, FindChoice } from '../FindBar';
import { SettingsPage } from '../SettingsPage';
import { ReplaceDialog } from './ReplaceDialog';
import { UnitDialog } from './UnitDialog';
import { UnitItem } from './UnitItem';

const STATES = ['open', 'notOpen'] as const;
type State = (typeof STATES)[number] | 'all';
type Open = { readonly kind: 'new' | 'replace' } | { readonly kind: 'change'; readonly unit: UnitEntry } | null;

const isFound = ({ code, name, shortName, aliases, isOpen }: UnitEntry, typed: string, state: State): boolean =>
  (state === 'all' || isOpen === (state === 'open')) &&
  fold([code, name, shortName, ...aliases].join(' ')).includes(fold(typed.trim()));

function Units() {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<State>('all');
  const [open, setOpen] = useState<Open>(null);
  const [busy, setBusy] = useState<number | null>(null);
  const live = useLive('units', (signal) => client.listUnits({}, { signal }), { every: 60_000 });
  const mayChange = may('settings:manage');
  const done = (units: UnitEntry[]) => {
    setOpen(null);
    live.replace(units);
  };
  const restore = async ({ id, name }: UnitEntry) => {
    setBusy(id);
    try {
      live.replace(await client.restoreUnit({ id }));
      toggleNotification({ type: 'success', message: t('units.restored', { name }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
    setBusy(null);
  };
  return (
    <>
      <FindBar label={t('units.find')} search={t('units.search')} typed={typed} onType={setTyped}>
        <FindChoice
          name="state"
          label={t('accounts.state')}
          values={STATES}
          wordOf={(each) => t(`units.${each}`)}
          chosen={state}
          onChoose={setState}
        />
      </FindBar>
      <Loaded live={live}>
        {(units) => {
          const found = units.filter((unit) => isFound(unit, typed, state));
          return (
            <Panel
              title={t('units.count', { count: found.length })}
              aside={
                mayChange && (
                  <Flex gap={2} wrap="wrap">
                    <Button variant="secondary" onClick={() => setOpen({ kind: 'replace' })}>
                      {t('units.replace')}
                    </Button>
                    <Button startIcon={<Plus />} onClick={() => setOpen({ kind: 'new' })}>
                      {t('units.new')}
                    </Button>
                  </Flex>
                )
              }
            >
              {found.length === 0 && <Notice kind="remark">{t('units.none')}</Notice>}
              <ul>
                {found.map((unit) => (
                  <UnitItem
                    key={unit.id}
                    unit={unit}
                    isBusy={busy === unit.id}
                    onChange={mayChange ? () => setOpen({ kind: 'change', unit }) : undefined}
                    onRestore={() => void restore(unit)}
                  />
                ))}
              </ul>
              {open?.kind === 'replace' && <ReplaceDialog units={units} onDone={done} onClose={() => setOpen(null)} />}
              {(open?.kind === 'new' || open?.kind === 'change') && (
                <UnitDialog
                  unit={open.kind === 'change' ? open.unit : null}
                  units={units}
                  onDone={done}
                  onClose={() => setOpen(null)}
                />
              )}
            </Panel>
          );
        }}
      </Loaded>
    </>
  );
}

/** SKPD: who asks for work, and who took whose place. */
export default function UnitsPage() {
  return (
    <SettingsPage title="units.title" lead="units.lead">
      <Units />
    </SettingsPage>
  );
}
