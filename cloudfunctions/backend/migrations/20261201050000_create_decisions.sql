-- What the province decides of a criterion that cannot be computed (G10, D22). Rows are only ever added; the latest of
-- a platform, year and criterion counts: points, `not-applicable`, or `none` where an earlier one is taken back.
create table criterion_decisions (
  platform_id text not null references platforms (id),
  id uuid not null,
  year text not null,
  criterion text not null,
  outcome text not null check (outcome in ('points', 'not-applicable', 'none')),
  points numeric(8, 6) check (points >= 0),
  reason text not null check (reason <> ''),
  document text not null default '',
  decided_by uuid not null references people (id),
  decided_at timestamptz not null default now(),
  primary key (platform_id, id),
  check ((outcome = 'points') = (points is not null))
);
create index criterion_decisions_year on criterion_decisions (platform_id, year);
