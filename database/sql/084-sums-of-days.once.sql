-- Sums were of months alone; they are made again from the facts. Later ones called what is not measured after one of its
-- reasons alone.
do $$
begin
  if exists (select from information_schema.columns where table_schema = current_schema() and table_name = 'ticket_sums'
      and column_name = 'month') then
    drop table ticket_sums cascade;
    drop table if exists summed_months, stale_months cascade;
    drop function if exists fresh_months(), whole_months(date, date), months_to_sum(date), sum_month(date),
      wrong_sums(date);
  end if;
  if exists (select from information_schema.columns where table_schema = current_schema() and table_name = 'ticket_sums'
      and column_name = 'received_short_notice') then
    alter table ticket_sums rename column received_short_notice to received_unmeasured;
    alter table ticket_sums rename column resolved_short_notice to resolved_unmeasured;
  end if;
end $$;
