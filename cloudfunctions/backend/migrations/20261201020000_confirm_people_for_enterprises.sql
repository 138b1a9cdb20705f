-- Typing a credit code proves nothing: a person stands for an enterprise as unconfirmed until staff scan the code on
-- their phone, or a confirmed colleague or a platform's staff approve them. Bindings made before this are unconfirmed,
-- because nobody checked them.
alter table person_enterprises
  add column confirmed_at timestamptz,
  add column confirmed_by uuid references people (id),
  add column confirmed_how text check (confirmed_how in ('code', 'colleague', 'platform')),
  add check ((confirmed_at is null) = (confirmed_how is null) and (confirmed_at is null) = (confirmed_by is null));
create index person_enterprises_code on person_enterprises (credit_code);

-- The codes that people show to staff on the spot; only the hash of one is kept.
create table person_codes (
  token_hash text primary key,
  person_id uuid not null references people (id),
  credit_code text not null references enterprises (credit_code),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- A scan by somebody who is not confirmed for the enterprise. Null = made before this, when nobody asked.
alter table participations add column unverified boolean;
