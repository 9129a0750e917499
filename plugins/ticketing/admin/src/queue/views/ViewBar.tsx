import { Box, Button, Flex, IconButton } from '@strapi/design-system';
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

/** One line however many there are: tickets come first. */
const Strip = styled.nav`
  display: flex;
  flex: 1 1 20rem;
  gap: ${({ theme }) => theme.spaces[2]};
  min-width: 0;
  /* Room for the ring of what has the focus. */
  padding: ${({ theme }) => theme.spaces[1]};
  overflow-x: auto;
  scrollbar-width: thin;
`;
const Chip = styled(Link)`
  flex: none;
  max-width: 28rem;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 2rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-decoration: none;
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
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

/** The view one is at is seen in the line, wherever in it it stands. */
const intoSight = (chip: HTMLElement | null): void => chip?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

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
    <Box paddingBottom={{ initial: 3, large: 4 }}>
      <Flex gap={2} wrap={isWide ? 'wrap' : 'nowrap'}>
        {views.length > 0 && (
          <Strip aria-label={t('views.title')}>
            {views.map((view) => {
              const name = view.isShared ? t('views.shared', { name: view.name, owner: view.owner.name }) : view.name;
              return (
                <Chip
                  key={view.id}
                  to={`${QUEUE}?${view.query}`}
                  title={name}
                  data-view={view.name}
                  aria-current={view === here ? 'page' : undefined}
                  ref={view === here ? intoSight : undefined}
                >
                  {name}
                </Chip>
              );
            })}
          </Strip>
        )}
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
        {!here &&
          live.data &&
          (isWide || views.length === 0 ? (
            <Button size="S" variant="ghost" startIcon={<Plus />} onClick={() => setSaving(true)}>
              {t('views.save')}
            </Button>
          ) : (
            <IconButton variant="ghost" label={t('views.save')} onClick={() => setSaving(true)}>
              <Plus />
            </IconButton>
          ))}
        <Flex gap={2} marginLeft="auto">
          {isWide && (
            <Button size="S" variant="tertiary" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
              {t('views.columns')}
            </Button>
          )}
          {desk.may('ticket:export') &&
            (isWide ? (
              <Button size="S" variant="tertiary" startIcon={<Download />} loading={isBusy} onClick={() => void take()}>
                {t('views.export')}
              </Button>
            ) : (
              <IconButton label={t('views.export')} disabled={isBusy} onClick={() => void take()}>
                <Download />
              </IconButton>
            ))}
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
