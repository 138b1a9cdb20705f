-- Whom a rotating code has served in its time, once each: after it, a use by anybody else is a replay.
create table token_uses (
  token_hash text not null references activity_tokens (token_hash),
  person_id uuid not null references people (id),
  used_at timestamptz not null default now(),
  primary key (token_hash, person_id)
);
