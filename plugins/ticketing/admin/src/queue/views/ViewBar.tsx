import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Download, Plus, Trash } from '@strapi/icons';
import { useIsDesktop, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { wibDay, type QueueView } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { save } from '../../parts/FileLink';
import { Notice } from '../../parts/Notice';
import { useWords } from '../../words';
import { questionOf, QUEUE, writePlace, type Place } from '../place';
import { ColumnChoices } from './ColumnChoices';
import { ViewDialog } from './ViewDialog';

const Chip = styled(Link)`
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 2rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-decoration: none;
  overflow-wrap: anywhere;
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &[aria-current] {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: inset 0 0 0 1px ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
}

/** Places one goes back to, own ones and shared ones; how the list looks, and the list to take away. */
export function ViewBar({ place, onChange }: Props) {
  const { t } = useWords();
  const desk = useDesk();
  const client = useClient();
  const isWide = useIsDesktop();
  const { toggleNotification } = useNotification();
  const [isSaving, setSaving] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [gone, setGone] = useState<QueueView | null>(null);
  const live = useLive(`views.${desk.me.actor.id}`, (signal) => client.listViews({}, { signal }), { every: 60_000 });
  const query = writePlace({ ...place, page: 1 });
  const views = live.data ?? [];
  const here = views.find((view) => view.query === query);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
    setBusy(false);
  };
  // Nothing is asked beforehand: what was taken away is put back with one press.
  const remove = (view: QueueView) =>
    attempt(async () => {
      live.replace(await client.removeView({ id: view.id }));
      setGone(view);
    });
  const putBack = ({ name, query: kept, isShared }: QueueView) =>
    attempt(async () => {
      live.replace(await client.createView({ name, query: kept, isShared }));
      setGone(null);
    });
  const take = () =>
    attempt(async () => {
      const { page: _page, pageSize: _size, ...filters } = questionOf(place, desk);
      const file = await client.exportTickets({ ...filters, format: 'xlsx' });
      save(await file.blob(), `tiket-${wibDay(Date.now())}.xlsx`);
    });
  return (
    <Box paddingBottom={4}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex tag="nav" aria-label={t('views.title')} gap={2} wrap="wrap">
          {views.length > 0 && (
            <Typography variant="pi" textColor="neutral600" aria-hidden>
              {t('views.title')}
            </Typography>
          )}
          {views.map((view) => (
            <Chip
              key={view.id}
              to={`${QUEUE}?${view.query}`}
              data-view={view.name}
              aria-current={view === here ? 'page' : undefined}
            >
              {view.isShared ? t('views.shared', { name: view.name, owner: view.owner.name }) : view.name}
            </Chip>
          ))}
          {here?.isMine && (
            <IconButton
              variant="ghost"
              label={t('calendar.remove', { name: here.name })}
              disabled={isBusy}
              onClick={() => void remove(here)}
            >
              <Trash />
            </IconButton>
          )}
          {!here && live.data && (
            <Button size="S" variant="ghost" startIcon={<Plus />} onClick={() => setSaving(true)}>
              {t('views.save')}
            </Button>
          )}
        </Flex>
        <Flex gap={2} wrap="wrap">
          {isWide && (
            <Button size="S" variant="tertiary" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
              {t('views.columns')}
            </Button>
          )}
          {desk.may('ticket:export') && (
            <Button size="S" variant="tertiary" startIcon={<Download />} loading={isBusy} onClick={() => void take()}>
              {t('views.export')}
            </Button>
          )}
        </Flex>
      </Flex>
      {isWide && isChoosing && <ColumnChoices place={place} onChange={onChange} />}
      {gone && (
        <Box paddingTop={3}>
          <Notice kind="remark" action={{ label: t('calendar.undo'), run: () => void putBack(gone) }}>
            {t('calendar.removed', { name: gone.name })}
          </Notice>
        </Box>
      )}
      {isSaving && (
        <ViewDialog
          query={query}
          views={views}
          onDone={(kept) => {
            live.replace(kept);
            setSaving(false);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </Box>
  );
}
