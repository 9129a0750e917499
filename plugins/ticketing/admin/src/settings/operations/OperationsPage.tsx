import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Refusal } from '../../../../domain';
import type { Operations } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { Certificate } from './Certificate';
import { Jobs } from './Jobs';
import { Load } from './Load';
import { Rows } from './Rows';

/** While something is done its end is waited for; else a minute is soon enough. */
const EVERY = { busy: 3_000, calm: 60_000 } as const;

const isBusyIn = ({ isBackingUp, jobs }: Operations): boolean =>
  isBackingUp || jobs.some(({ isRunning, isWaiting }) => isRunning || isWaiting);

function Facts({ versions, instances, startedAt, database, storage, replica }: Operations) {
  const { t, language } = useWords();
  const time = timeTeller(language);
  return (
    <Panel title={t('operations.facts')}>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography>{t('operations.versions', versions)}</Typography>
        <Typography>{t('operations.instances', { count: String(instances), since: time.exact(startedAt) })}</Typography>
        <Typography>
          {t('operations.database', { size: time.size(database.bytes), connections: String(database.connections) })}
        </Typography>
        {replica?.idle === null && (
          <Typography>{t('operations.replica', { size: time.size(replica.behind ?? 0) })}</Typography>
        )}
        {replica?.idle && <Notice kind="alarm">{t(`operations.replica.${replica.idle}`)}</Notice>}
        <Typography>
          {t(storage.isBucket ? 'operations.storageBucket' : 'operations.storage', {
            count: String(storage.files),
            size: time.size(storage.bytes),
            free: time.size(storage.freeBytes),
          })}
        </Typography>
        {!storage.isReachable && <Notice kind="alarm">{t('operations.storageDown')}</Notice>}
      </Flex>
    </Panel>
  );
}

function Backups({ data, onStart }: { readonly data: Operations; readonly onStart: () => void }) {
  const { t, language } = useWords();
  const time = timeTeller(language);
  return (
    <Panel
      title={t('operations.backups')}
      aside={
        <Button onClick={onStart} disabled={data.isBackingUp} loading={data.isBackingUp}>
          {t('operations.backupNow')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        {data.isStale && <Notice kind="alarm">{t('operations.stale')}</Notice>}
        {data.backups[0]?.isGood && data.backups[0].why && <Notice kind="alarm">{data.backups[0].why}</Notice>}
        {data.backups.length > 0 && (
          <Rows
            label={t('operations.backups')}
            head={[t('operations.at'), t('operations.outcome'), t('operations.size'), t('operations.file')]}
            rows={data.backups.map((run) => ({
              key: run.at,
              cells: [
                time.exact(run.at),
                run.isGood
                  ? t(run.missing > 0 ? 'operations.goodBut' : 'operations.good', {
                      rows: String(run.rows ?? 0),
                      files: String(run.files ?? 0),
                      missing: String(run.missing),
                    })
                  : t('operations.bad', { why: run.why ?? '' }),
                run.bytes === null ? '–' : time.size(run.bytes),
                run.file ?? '–',
              ],
            }))}
          />
        )}
      </Flex>
    </Panel>
  );
}

function Errors({ errors }: Pick<Operations, 'errors'>) {
  const { t, language } = useWords();
  const time = timeTeller(language);
  return (
    <Panel title={t('operations.errors')}>
      {errors.length === 0 ? (
        <Typography textColor="neutral600">{t('operations.noErrors')}</Typography>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={2}>
          {errors.map(({ at, message }, index) => (
            <Typography key={`${at}.${errors.length - index}`} style={{ overflowWrap: 'anywhere' }}>
              {time.brief(at)} · {message}
            </Typography>
          ))}
        </Flex>
      )}
    </Panel>
  );
}

function Room() {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const live = useLive(
    'operations',
    async (signal) => {
      const data = await client.getOperations({}, { signal });
      setBusy(isBusyIn(data));
      return data;
    },
    { every: isBusy ? EVERY.busy : EVERY.calm },
  );
  const act = async (ask: () => Promise<Operations>): Promise<void> => {
    setRefusal(null);
    try {
      const data = await ask();
      setBusy(isBusyIn(data));
      live.replace(data);
    } catch (error) {
      setRefusal(toRefusal(error));
    }
  };
  return (
    <Loaded live={live}>
      {(data) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          <Certificate certificate={data.certificate} isDaily={data.isDaily} />
          <Backups data={data} onStart={() => void act(() => client.startBackup({}))} />
          <Facts {...data} />
          <Load />
          <Jobs jobs={data.jobs} onRun={(name) => void act(() => client.runJob({ name }))} />
          <Errors errors={data.errors} />
        </Flex>
      )}
    </Loaded>
  );
}

/** Operasi: whether the system runs, and whether it could be had back. */
export default function OperationsPage() {
  return (
    <SettingsPage title="operations.title" lead="operations.lead">
      <Room />
    </SettingsPage>
  );
}
