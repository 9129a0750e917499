-- Attempts to come in by the city's sign-in service that are under way. Of the secret that the browser holds only the
-- digest is kept; whoever comes back spends the row.
create table if not exists sign_on_attempts (
  digest text primary key,
  door text not null check (door in ('portal', 'staff')),
  expires_at timestamp not null
);
create index if not exists sign_on_attempts_expiry_idx on sign_on_attempts (expires_at);
