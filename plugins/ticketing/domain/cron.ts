import { DAY_MS, HOUR_MS, MINUTE_MS } from './wib';

const EVERY = /^(?:\*|\*\/([1-9]\d?)) \* \* \* \*$/;
const DAILY = /^(\d{1,2}) (\d{1,2}) \* \* \*$/;

/**
 * When a schedule comes next after an instant; epoch ms. It knows the two kinds we have: every so many minutes of the
 * hour, and once a day at a time in UTC. Null for any other.
 */
export function nextByCron(cron: string, now: number): number | null {
  const every = EVERY.exec(cron);
  if (every) {
    const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
    const step = Number(every[1] ?? 1) * MINUTE_MS;
    return Math.min(hour + HOUR_MS, hour + (Math.floor((now - hour) / step) + 1) * step);
  }
  const daily = DAILY.exec(cron);
  if (!daily) return null;
  const today = Math.floor(now / DAY_MS) * DAY_MS + Number(daily[2]) * HOUR_MS + Number(daily[1]) * MINUTE_MS;
  return today > now ? today : today + DAY_MS;
}
