-- A file that travels with letters is kept once, however often it is sent: it is found by its content.
create index if not exists letter_files_content_idx on letter_files (sha256(bytes));
