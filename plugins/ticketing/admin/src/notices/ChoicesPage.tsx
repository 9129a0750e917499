import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import {
  channelsOf,
  nameOfKind,
  type NoticeChannel,
  type NoticePreferences,
  type Refusal,
  type ToldKind,
} from '../../../domain';
import type { NoticeChoices } from '../../../domain/contract';
import { toRefusal, useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Page } from '../frame/Page';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { Loaded } from '../parts/Loaded';
import { useWords } from '../words';
import { CalendarPanel } from './CalendarPanel';
import { QuietHours } from './QuietHours';
import { WhatsAppPanel } from './WhatsAppPanel';

const isOn = ({ preferences, standard }: NoticeChoices, kind: ToldKind, channel: NoticeChannel): boolean =>
  preferences.channels[kind]?.[channel] ?? standard[kind]?.includes(channel) ?? false;

/** What this officer wants to know, and by which way; each tick is saved at once. */
export function ChoicesPage() {
  const { t, language } = useWords();
  const client = useClient();
  const live = useLive('notices.choices', (signal) => client.getNoticeChoices({}, { signal }), { every: 600_000 });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async (preferences: NoticePreferences): Promise<boolean> => {
    setRefusal(null);
    try {
      live.replace(await client.saveNoticeChoices(preferences));
      return true;
    } catch (error) {
      setRefusal(toRefusal(error));
      return false;
    }
  };
  const choose = ({ preferences }: NoticeChoices, kind: ToldKind, channel: NoticeChannel, on: boolean) => {
    const { channels } = preferences;
    return save({ ...preferences, channels: { ...channels, [kind]: { ...channels[kind], [channel]: on } } });
  };
  return (
    <Page
      title={t('notices.choose')}
      backTo="/plugins/ticketing/pemberitahuan"
      backLabel={t('settings.backTo', { name: t('notices.title') })}
    >
      <Loaded live={live}>
        {(choices) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
            <QuietHours
              quiet={choices.preferences.quiet}
              channels={choices.channels}
              onSave={(quiet) => save({ ...choices.preferences, quiet })}
            />
            <WhatsAppPanel onChange={live.refresh} />
            <CalendarPanel />
            <Panel title={t('notices.what')}>
              <Flex direction="column" alignItems="stretch" gap={4}>
                {choices.kinds.map((kind) => (
                  <Flex key={kind} gap={5} wrap="wrap" role="group" style={{ rowGap: '0.4rem' }}>
                    <Typography style={{ flex: '1 1 24rem' }}>{nameOfKind(language, kind)}</Typography>
                    {channelsOf(kind)
                      .filter((channel) => choices.channels.includes(channel))
                      .map((channel) => (
                        <Checkbox
                          key={channel}
                          checked={isOn(choices, kind, channel)}
                          aria-label={`${nameOfKind(language, kind)}: ${t(`notices.channel.${channel}`)}`}
                          onCheckedChange={(checked) => void choose(choices, kind, channel, checked === true)}
                        >
                          {t(`notices.channel.${channel}`)}
                        </Checkbox>
                      ))}
                  </Flex>
                ))}
              </Flex>
            </Panel>
          </Flex>
        )}
      </Loaded>
    </Page>
  );
}
