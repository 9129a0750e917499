-- What answers a field of a service's form is for all who read the ticket: a document that is no longer missing would
-- tell them of a file that is for officers alone.
alter table attachments drop constraint if exists attachments_internal_check;
alter table attachments add constraint attachments_internal_check check (is_internal is not true or field is null);
