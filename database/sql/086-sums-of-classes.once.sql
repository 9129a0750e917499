-- Classes of durations were arrays; they are one number each (`duration_unit`). All sums are made again from the facts.
do $$
begin
  if exists (select from information_schema.columns where table_schema = current_schema() and table_name = 'ticket_sums'
      and column_name = 'reply' and data_type = 'ARRAY') then
    drop table ticket_sums cascade;
    truncate summed_stretches, stale_days;
    drop aggregate if exists class_counts(integer);
    drop function if exists count_class(integer[], integer);
  end if;
end $$;
