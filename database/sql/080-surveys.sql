-- What PostgreSQL must enforce for satisfaction surveys.

create unique index if not exists survey_periods_token_key on survey_periods (token);
create unique index if not exists survey_responses_submission_key on survey_responses (period_id, submission_key);

-- An answer is given once: nobody improves it afterwards, and no period takes its answers with it.
create or replace trigger survey_responses_no_change before update or delete on survey_responses
  for each row execute function audit_entries_append_only();
create or replace trigger survey_responses_no_truncate before truncate on survey_responses
  for each statement execute function audit_entries_append_only();
create or replace trigger survey_periods_in_use before delete on survey_periods
  for each row execute function refuse_deletion_in_use('survey_responses', 'period_id');
