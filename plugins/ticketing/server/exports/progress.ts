import { PROGRESS_EVENTS, wibMinute, words, type Language, type ProgressEntry, type ProgressKind } from '../../domain';
import type { Caller } from '../database/caller';
import { any, sql, type Sql } from '../database/sql';
import { scopeClause } from '../tickets/scope';
import { mayBeSeen } from '../tickets/timeline';

const isInternal = sql`coalesce((payload ->> 'isInternal')::boolean, false)`;
/** Each kind as a condition on an entry of the history. */
const IS_KIND: Readonly<Record<ProgressKind, Sql>> = {
  status: sql`(payload ->> 'to' is not null and payload ->> 'to' is distinct from payload ->> 'from')`,
  comment: sql`(event = 'comment' and not ${isInternal})`,
  note: isInternal,
  assignment: sql`event = any(${PROGRESS_EVENTS.assignment})`,
  file: sql`event = any(${PROGRESS_EVENTS.file})`,
};

/** The entries of these kinds that this reader may see of the ticket `t`, oldest first, as a column `progress`. */
export const progressColumn = ({ policy, actor, now }: Caller, kinds: readonly ProgressKind[]): Sql => sql`
  coalesce((select json_agg(json_build_object(
      'at', (extract(epoch from at) * 1000)::bigint, 'event', event, 'by', actor_name, 'from', payload ->> 'from',
      'to', payload ->> 'to', 'text', payload ->> 'text', 'isInternal', ${isInternal}) order by id)
    from audit_entries where subject_type = 'ticket' and subject_id = t.number
      and ${any(kinds.map((kind) => IS_KIND[kind]))}
      and ${mayBeSeen(scopeClause(policy, actor, 'ticket:readInternal', now), scopeClause(policy, actor, 'ticket:direct', now))}),
    '[]') as progress`;

/** `2026-11-23 09:15 Galih Ramadhan menulis: …`, a line for each entry. */
export const progressText = (entries: readonly ProgressEntry[], language: Language): string => {
  const { event, status } = words(language);
  return entries
    .map(({ at, event: what, by, from, to, text }) => {
      const moved = to && to !== from ? ` [${from ? `${status[from]} → ` : ''}${status[to]}]` : '';
      return `${wibMinute(at).replace('T', ' ')} ${by} ${event[what]}${moved}${text ? `: ${text}` : ''}`;
    })
    .join('\n');
};
