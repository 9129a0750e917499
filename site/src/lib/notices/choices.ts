import type { NoticeChoices } from 'strapi-plugin-ticketing/contract';
import {
  channelsOf,
  minutesOf,
  type NoticeChannel,
  type NoticePreferences,
  type ToldKind,
} from 'strapi-plugin-ticketing/domain';

const typedMinutes = (typed: FormDataEntryValue | null): number | null =>
  typeof typed === 'string' ? minutesOf(typed) : null;

/**
 * What a person ticked, as differences from what holds anyway: a default that changes later reaches who left it. Of ways
 * that were not shown what was chosen earlier stays.
 */
export function choicesIn(
  form: FormData,
  kinds: readonly ToldKind[],
  ways: readonly NoticeChannel[],
  standard: NoticeChoices['standard'],
  before: NoticePreferences,
): NoticePreferences {
  const channels = Object.fromEntries(
    kinds.flatMap((kind) => {
      const changed = channelsOf(kind).flatMap((channel) => {
        const chosen = before.channels[kind]?.[channel];
        if (!ways.includes(channel)) return chosen === undefined ? [] : [[channel, chosen] as const];
        const isOn = form.has(`${kind}.${channel}`);
        return isOn === (standard[kind]?.includes(channel) ?? false) ? [] : [[channel, isOn] as const];
      });
      return changed.length ? [[kind, Object.fromEntries(changed)] as const] : [];
    }),
  );
  const [from, to] = [typedMinutes(form.get('quietFrom')), typedMinutes(form.get('quietTo'))];
  return { ...before, channels, quiet: from === null || to === null ? null : { from, to } };
}
