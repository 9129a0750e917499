-- Calls and failed sign-ins, counted by all instances together; the shape is that of rate-limiter-flexible. Keys are digests. Nothing
-- here outlives a crash, nor needs to: what is written is not waited for on the disk.
create unlogged table if not exists rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
