-- Filings (报送): what was filed, version by version; what was decided on each version; what a city's platform
-- sent on for its counties. Nothing is overwritten.

create table filings (
  platform_id text not null references platforms (id),
  kind text not null check (kind in ('monthly', 'self-assessment', 'annual-summary')),
  period text not null,
  version integer not null check (version >= 1),
  content jsonb not null,
  reason text not null default '',
  filed_by uuid not null references people (id),
  filed_at timestamptz not null,
  primary key (platform_id, kind, period, version),
  check (period ~ (case when kind = 'monthly' then '^20[0-9]{2}-(0[1-9]|1[0-2])$' else '^20[0-9]{2}$' end))
);

-- The decisions on a version in their order; the last one counts.
create table filing_sign_offs (
  platform_id text not null,
  kind text not null,
  period text not null,
  version integer not null,
  number integer not null check (number >= 1),
  decision text not null check (decision in ('approve', 'refuse')),
  reason text not null default '',
  decided_by uuid not null references people (id),
  decided_at timestamptz not null,
  primary key (platform_id, kind, period, version, number),
  foreign key (platform_id, kind, period, version) references filings (platform_id, kind, period, version),
  check (decision = 'approve' or reason <> '')
);

-- `platform_id` is the county's.
create table filing_forwards (
  platform_id text not null,
  kind text not null check (kind in ('self-assessment', 'annual-summary')),
  period text not null,
  version integer not null,
  through_platform_id text not null references platforms (id),
  forwarded_by uuid not null references people (id),
  forwarded_at timestamptz not null,
  primary key (platform_id, kind, period, version),
  foreign key (platform_id, kind, period, version) references filings (platform_id, kind, period, version)
);

-- The cut lines of grades that the province has entered for a year and class; the newest version is in force.
create table grade_cuts (
  year text not null check (year ~ '^20[0-9]{2}$'),
  tier text not null check (tier in ('city', 'county')),
  version integer not null check (version >= 1),
  cuts jsonb not null,
  reason text not null check (reason <> ''),
  set_by uuid not null references people (id),
  set_at timestamptz not null,
  primary key (year, tier, version)
);

-- Who was told what, so that nobody is told twice; `outcome` stays null if the function ended while sending.
create table messages_sent (
  person_id uuid not null references people (id),
  subject text not null,
  claimed_at timestamptz not null,
  outcome text,
  primary key (person_id, subject)
);

create trigger filings_append_only before update or delete on filings
  for each row execute function refuse_change();
create trigger filing_sign_offs_append_only before update or delete on filing_sign_offs
  for each row execute function refuse_change();
create trigger filing_forwards_append_only before update or delete on filing_forwards
  for each row execute function refuse_change();
create trigger grade_cuts_append_only before update or delete on grade_cuts
  for each row execute function refuse_change();

-- Reports filed before there were versions become their own first version. Their figures have counted, so they
-- stand as approved, by whoever filed them.
insert into filings (platform_id, kind, period, version, content, reason, filed_by, filed_at)
select platform_id, 'monthly', month, 1,
  jsonb_build_object('remark', '', 'figures', (
    select coalesce(jsonb_agg(jsonb_build_object('name', key, 'value', value, 'source', '月报') order by key), '[]')
    from jsonb_each(figures)
  )),
  '', filed_by, filed_at
from monthly_reports where filed_at is not null and filed_by is not null;

insert into filing_sign_offs (platform_id, kind, period, version, number, decision, reason, decided_by, decided_at)
select platform_id, kind, period, version, 1, 'approve', '历史月报', filed_by, filed_at from filings;
