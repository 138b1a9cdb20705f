-- Everything that belongs to a platform has its id first in the key, so that the tables can be
-- distributed by platform. Times are timestamptz; days and months are text in Asia/Shanghai.

create table platforms (
  id text primary key check (length(id) between 1 and 60),
  name text not null,
  tier text not null check (tier in ('province', 'city', 'county')),
  area_code text not null unique check (area_code ~ '^[0-9]{6}$'),
  parent_id text references platforms (id),
  created_at timestamptz not null default now()
);

create table people (
  id uuid primary key,
  openid text not null unique,
  name text not null default '',
  created_at timestamptz not null default now()
);

create table memberships (
  id uuid primary key,
  person_id uuid not null references people (id),
  role text not null check (role in ('staff', 'manager', 'reviewer', 'province', 'enterprise')),
  platform_id text references platforms (id),
  area_code text check (area_code ~ '^[0-9]{6}$'),
  granted_by uuid references people (id),
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  check ((role in ('staff', 'manager')) = (platform_id is not null)),
  check ((role = 'reviewer') = (area_code is not null))
);
create unique index memberships_once on memberships (person_id, role, coalesce(platform_id, ''), coalesce(area_code, ''))
  where revoked_at is null;

create table invitations (
  id uuid primary key,
  code_hash text not null unique,
  role text not null check (role in ('staff', 'manager', 'reviewer')),
  platform_id text references platforms (id),
  area_code text,
  created_by uuid not null references people (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_by uuid references people (id),
  used_at timestamptz
);

create table enterprises (
  credit_code text primary key check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name text not null,
  created_at timestamptz not null default now()
);

create table person_enterprises (
  person_id uuid primary key references people (id),
  credit_code text not null references enterprises (credit_code),
  bound_at timestamptz not null default now()
);

-- Rubric documents in force; never changed, a new version is a new row.
create table rubrics (
  id text not null,
  version text not null,
  tier text not null check (tier in ('city', 'county', 'service')),
  period_from date not null,
  period_to date not null,
  document jsonb not null,
  digest text not null,
  created_at timestamptz not null default now(),
  primary key (id, version),
  check (period_from <= period_to)
);

-- The current state of each record. `change` orders the changes of a platform as they were committed.
create table records (
  platform_id text not null references platforms (id),
  id uuid not null,
  kind text not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  date text not null check (date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  revision integer not null check (revision >= 1),
  hash text not null,
  payload jsonb not null,
  state text not null check (state in ('submitted', 'approved', 'returned', 'withdrawn')),
  submitted_by uuid not null references people (id),
  filled_at timestamptz not null,
  received_at timestamptz not null,
  clock_suspect boolean not null default false,
  approved_attendances integer check (approved_attendances >= 0),
  return_reason text,
  decided_by uuid references people (id),
  decided_at timestamptz,
  change bigint not null,
  primary key (platform_id, id),
  check (state <> 'returned' or return_reason is not null)
);
create unique index records_id on records (id);
create unique index records_changes on records (platform_id, change);
create index records_month on records (platform_id, month);
create index records_waiting on records (received_at) where state = 'submitted';

-- What a phone sent, as it came.
create table record_revisions (
  platform_id text not null,
  record_id uuid not null,
  revision integer not null,
  hash text not null,
  sent jsonb not null,
  reason text not null default '',
  filled_at timestamptz not null,
  received_at timestamptz not null,
  person_id uuid not null references people (id),
  primary key (platform_id, record_id, revision),
  foreign key (platform_id, record_id) references records (platform_id, id) deferrable initially deferred
);

-- One row a platform, locked by each change: gives the changes of a platform one order, that of commit.
create table platform_changes (
  platform_id text primary key references platforms (id),
  last_change bigint not null default 0
);

create table photos (
  platform_id text not null,
  record_id uuid not null,
  photo_id uuid not null,
  sha256 text not null,
  size integer not null check (size > 0),
  file_id text not null,
  received_at timestamptz not null default now(),
  primary key (platform_id, record_id, photo_id),
  foreign key (platform_id, record_id) references records (platform_id, id)
);

create table activity_tokens (
  token_hash text primary key,
  platform_id text not null,
  activity_id uuid not null,
  kind text not null check (kind in ('rotating', 'poster')),
  created_by uuid not null references people (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (platform_id, activity_id) references records (platform_id, id)
);
create index activity_tokens_activity on activity_tokens (platform_id, activity_id);

-- One enterprise takes part in one activity once, whatever the source.
create table participations (
  platform_id text not null,
  activity_id uuid not null,
  credit_code text not null references enterprises (credit_code),
  id uuid not null,
  source text not null check (source in ('scan', 'staff-scan', 'staff-entry')),
  confirmed_at timestamptz not null,
  received_at timestamptz not null default now(),
  late boolean not null default false,
  person_id uuid not null references people (id),
  stars integer check (stars between 1 and 5),
  comment text,
  rated_at timestamptz,
  primary key (platform_id, activity_id, credit_code),
  foreign key (platform_id, activity_id) references records (platform_id, id)
);
create index participations_person on participations (person_id, confirmed_at);
create index participations_enterprise on participations (credit_code, confirmed_at);

create table refused_attempts (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person_id uuid references people (id),
  action text not null,
  code text not null,
  token_hash text,
  platform_id text,
  activity_id uuid
);

create table rate_limits (
  key text not null,
  starts_at timestamptz not null,
  hits integer not null default 1,
  primary key (key, starts_at)
);

-- Quantities that somebody states for a year: targets, N, the sub-platform. The latest counts; none is overwritten.
create table statements (
  platform_id text not null references platforms (id),
  id uuid not null,
  year text not null,
  name text not null,
  value jsonb not null,
  source text not null,
  stated_by uuid not null references people (id),
  stated_at timestamptz not null default now(),
  primary key (platform_id, id)
);
create index statements_year on statements (platform_id, year);

create table marks (
  platform_id text not null references platforms (id),
  id uuid not null,
  year text not null,
  criterion text not null,
  points numeric(8, 6) not null check (points >= 0),
  reason text not null,
  judge_id uuid not null references people (id),
  marked_at timestamptz not null default now(),
  primary key (platform_id, id)
);
create index marks_year on marks (platform_id, year);

-- A month's report of a platform. A row exists from the day it falls due; `filed_at` null = missing.
create table monthly_reports (
  platform_id text not null references platforms (id),
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  due_at timestamptz not null,
  filed_at timestamptz,
  filed_by uuid references people (id),
  figures jsonb not null default '{}',
  primary key (platform_id, month)
);

-- Counts the changes of a platform's month that a tally depends on; a tally made from another version is stale.
create table month_versions (
  platform_id text not null references platforms (id),
  month text not null,
  version bigint not null default 1,
  primary key (platform_id, month)
);

create table month_tallies (
  platform_id text not null references platforms (id),
  month text not null,
  rubric_id text not null,
  rubric_version text not null,
  tally jsonb not null,
  made_from_version bigint not null,
  computed_at timestamptz not null,
  primary key (platform_id, month, rubric_id, rubric_version),
  foreign key (rubric_id, rubric_version) references rubrics (id, version)
);

-- An authoritative card: the year so far up to the end of `period`. `increment` = the facts of the period alone.
create table results (
  platform_id text not null references platforms (id),
  id uuid not null,
  period text not null,
  rubric_id text not null,
  rubric_version text not null,
  tier text not null,
  facts jsonb not null,
  increment jsonb not null,
  card text not null,
  total numeric(14, 8) not null,
  rank integer,
  grade text,
  digest text not null,
  state text not null check (state in ('provisional', 'frozen', 'published', 'replaced')),
  computed_at timestamptz not null,
  computed_by uuid references people (id),
  frozen_at timestamptz,
  replaces uuid,
  reason text,
  primary key (platform_id, id),
  foreign key (rubric_id, rubric_version) references rubrics (id, version),
  check (replaces is null or reason is not null)
);
create unique index results_current on results (platform_id, period) where state <> 'replaced';
create index results_ranking on results (period, tier) where state <> 'replaced';

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person_id uuid references people (id),
  action text not null,
  platform_id text,
  subject text not null,
  revision integer,
  from_state text,
  to_state text,
  reason text,
  details jsonb
);
create index audit_log_subject on audit_log (subject, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;

create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change();
create trigger record_revisions_append_only before update or delete on record_revisions
  for each row execute function refuse_change();

-- A frozen result keeps its content for ever; only its state may go on to published or replaced.
create function keep_frozen_result() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a % result stays', old.state using errcode = 'check_violation';
  end if;
  if (new.facts, new.increment, new.card, new.total, new.rank, new.digest, new.rubric_version, new.period, new.platform_id)
     is distinct from
     (old.facts, old.increment, old.card, old.total, old.rank, old.digest, old.rubric_version, old.period, old.platform_id)
     or new.state = 'provisional' then
    raise exception 'a % result does not change', old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger results_keep_frozen before update or delete on results
  for each row when (old.state <> 'provisional') execute function keep_frozen_result();
