import type { NoticeChoices } from 'strapi-plugin-ticketing/contract';
import { NOTICE_CHANNELS, type NoticeKind, type NoticePreferences } from 'strapi-plugin-ticketing/domain';

/** Minutes since midnight as a time field writes them, and back; null for what is none. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
function minutesOf(clock: FormDataEntryValue | null): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(typeof clock === 'string' ? clock : '') ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** What a person ticked, as differences from what holds anyway: a default that changes later reaches who left it. */
export function choicesIn(
  form: FormData,
  kinds: readonly NoticeKind[],
  standard: NoticeChoices['standard'],
  before: NoticePreferences,
): NoticePreferences {
  const channels = Object.fromEntries(
    kinds.flatMap((kind) => {
      const changed = NOTICE_CHANNELS.flatMap((channel) => {
        const isOn = form.has(`${kind}.${channel}`);
        return isOn === (standard[kind]?.includes(channel) ?? false) ? [] : [[channel, isOn] as const];
      });
      return changed.length ? [[kind, Object.fromEntries(changed)] as const] : [];
    }),
  );
  const [from, to] = [minutesOf(form.get('quietFrom')), minutesOf(form.get('quietTo'))];
  return { ...before, channels, quiet: from === null || to === null ? null : { from, to } };
}
