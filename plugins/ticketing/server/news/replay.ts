import { run, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** What samples announce was told in their past: nobody is written to about it. */
export const markAsTold = (desk: Desk, now: number): Promise<void> =>
  run(
    connection(desk.strapi),
    sql`insert into news_told (key, subject, told_at)
      select 'announcement:' || document_id, title, ${new Date(now)}::timestamp from announcements where kind <> 'INFO'
      union all select 'survey:' || token, name, ${new Date(now)} from survey_periods where token is not null
      on conflict do nothing`,
  );
