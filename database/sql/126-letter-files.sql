-- A file that travels with letters is kept once, however often it is sent: it is found by its content.
create index if not exists letter_files_content_idx on letter_files (sha256(bytes));
-- It stays until every letter with it has ended. What was made for a report stays for good, to be read and sent again.
alter table letter_files add column if not exists is_kept boolean not null default false;
update letter_files f set is_kept = true where not is_kept and exists (select from report_copies c where f.id = any(c.files));
create index if not exists files_of_letters_file_idx on files_of_letters (file_id);
