import { Button, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { WallboardLink } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Columns } from '../../parts/Columns';
import { ListRow } from '../../parts/ListRow';
import { Loaded } from '../../parts/Loaded';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { AddLink } from './AddLink';

/** The address of a link that was just made, which nobody is told again. */
function NewAddress({ address }: { readonly address: string }) {
  const { t } = useWords();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const take = async () => {
    const isCopied = await copy(address);
    toggleNotification({
      type: isCopied ? 'success' : 'warning',
      message: t(isCopied ? 'wall.copied' : 'wall.copyByHand'),
    });
  };
  return (
    <Panel title={t('wall.made')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Notice kind="remark">{t('wall.once')}</Notice>
        <Field.Root name="address">
          <Field.Label>{t('wall.address')}</Field.Label>
          <TextInput
            readOnly
            value={address}
            onFocus={(event: { target: HTMLInputElement }) => event.target.select()}
          />
        </Field.Root>
        <Flex>
          <Button variant="secondary" onClick={() => void take()}>
            {t('wall.copy')}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}

function Link({ link, onRemove }: { readonly link: WallboardLink; readonly onRemove: (() => void) | null }) {
  const { t, language } = useWords();
  const { day, exact } = timeTeller(language);
  const until = link.lastDay === null ? t('wall.untilRemoved') : t('wall.until', { day: day(link.lastDay) });
  return (
    <ListRow data-link={link.name}>
      <div style={{ flex: '1 1 16rem', minWidth: 0 }}>
        <Typography tag="p" variant="omega" fontWeight="semiBold">
          {link.name}
        </Typography>
        <Typography tag="p" variant="omega" textColor={link.isOver ? 'danger700' : 'neutral700'}>
          {link.isOver ? t('wall.over', { until }) : until}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {link.lastUsedAt === null ? t('wall.unused') : t('wall.used', { at: exact(link.lastUsedAt) })}
        </Typography>
      </div>
      {onRemove && (
        <IconButton label={t('wall.remove', { name: link.name })} variant="ghost" onClick={onRemove}>
          <Trash />
        </IconButton>
      )}
    </ListRow>
  );
}

function Links() {
  const { t } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [address, setAddress] = useState<string | null>(null);
  const live = useLive('wall-links', (signal) => client.listWallboardLinks({}, { signal }), { every: 60_000 });
  const remove = async ({ id, name }: WallboardLink) => {
    try {
      live.replace(await client.removeWallboardLink({ id }));
      setAddress(null);
      toggleNotification({ type: 'success', message: t('wall.removed', { name }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
    }
  };
  const mayChange = may('settings:manage');
  return (
    <Columns>
      <Loaded live={live}>
        {(links) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {address && <NewAddress address={address} />}
            <Panel title={t('wall.count', { count: links.length })}>
              {links.length === 0 && <Notice kind="remark">{t('wall.none')}</Notice>}
              <ul>
                {links.map((link) => (
                  <Link key={link.id} link={link} onRemove={mayChange ? () => void remove(link) : null} />
                ))}
              </ul>
            </Panel>
          </Flex>
        )}
      </Loaded>
      {mayChange && (
        <AddLink
          onAdded={(made) => {
            setAddress(made.address);
            live.replace([...made.links]);
          }}
        />
      )}
    </Columns>
  );
}

/** Layar dinding: links that show counts on a screen without sign-in. */
export default function WallPage() {
  return (
    <SettingsPage title="wall.title" lead="wall.lead">
      <Links />
    </SettingsPage>
  );
}
