-- Risk flags stand beside the record (src/shared/flags). Which rules they were computed by stands on the record: rows of
-- older rules, those from before this table included, are computed anew when they are read, or by the daily timer.
alter table records add column flags_version integer not null default 0;
create index records_flags_version on records (flags_version, platform_id);

create table record_flags (
  platform_id text not null,
  record_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  count integer not null check (count > 0),
  -- Of how many; null where a share says nothing.
  total integer,
  -- What changed, as src/shared/flags/seen.ts tells it.
  changes jsonb not null default '[]',
  primary key (platform_id, record_id, kind),
  foreign key (platform_id, record_id) references records (platform_id, id)
);
create index record_flags_kind on record_flags (kind, platform_id);

-- What the activity told when a participation was made; null for those from before.
alter table participations add column seen jsonb;

-- SHA-256 of what two tellings of one act share. A directory across platforms: it is searched by digest, and tells no
-- more than that another record exists.
create table record_fingerprints (
  platform_id text not null,
  record_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Equal ones are twins only where these overlap; null = whenever.
  starts_at timestamptz,
  ends_at timestamptz,
  of_one_platform boolean not null,
  primary key (platform_id, record_id, kind, digest),
  foreign key (platform_id, record_id) references records (platform_id, id)
);
create index record_fingerprints_digest on record_fingerprints (digest, kind);

-- When and where an enterprise was by its participations: a directory across platforms by the digest of the credit code.
create table enterprise_presences (
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  platform_id text not null,
  activity_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  latitude double precision,
  longitude double precision,
  primary key (digest, platform_id, activity_id)
);
create index enterprise_presences_activity on enterprise_presences (platform_id, activity_id);

-- Pairs of records that share something; each pair stands at both of its records.
create table record_twins (
  platform_id text not null,
  record_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  twin_platform_id text not null,
  twin_record_id uuid not null,
  primary key (platform_id, record_id, kind, twin_platform_id, twin_record_id),
  foreign key (platform_id, record_id) references records (platform_id, id)
);
create index record_twins_twin on record_twins (twin_platform_id, twin_record_id);
