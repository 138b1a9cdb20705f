-- From a computed result to one that stands: runs and how far they are, cut lines, exclusion, publication, objections.

-- One run of a period over all platforms. A call that works on it holds it until `held_until`, when the call has
-- been ended for certain; an unfinished run that nobody holds is gone on with.
create table runs (
  id uuid primary key,
  number bigint generated always as identity,
  period text not null,
  started_at timestamptz not null,
  started_by uuid references people (id),
  platforms integer not null,
  done integer not null default 0,
  months_tallied integer not null default 0,
  changed integer not null default 0,
  failed text[] not null default '{}',
  held_by uuid,
  held_until timestamptz,
  finished_at timestamptz,
  check ((held_by is null) = (held_until is null)),
  check (finished_at is null or held_by is null)
);
create unique index runs_unfinished on runs (period) where finished_at is null;
create index runs_period on runs (period, number);

-- The platforms that an unfinished run is through with; gone when it is finished.
create table run_platforms (
  run_id uuid not null references runs (id),
  platform_id text not null references platforms (id),
  primary key (run_id, platform_id)
);

-- The cut lines with which the card was graded; null where none were. Ranks are counted from the totals in force,
-- so that a correction or an exclusion shows at once: a stored one would contradict them.
alter table results add column cuts jsonb;
alter table results drop column rank;

-- Whether a platform is part of a year's evaluation; `ground` null = it is again. The newest version is in force.
create table exclusions (
  platform_id text not null references platforms (id),
  year text not null check (year ~ '^20[0-9]{2}$'),
  version integer not null check (version >= 1),
  ground text check (ground in ('withdrew', 'absent', 'uncooperative', 'false-material')),
  reason text not null check (reason <> ''),
  decided_by uuid not null references people (id),
  decided_at timestamptz not null,
  primary key (platform_id, year, version)
);

-- A period is published once and for all. Days of the publicity in Asia/Shanghai, both included.
create table publications (
  period text primary key,
  published_by uuid not null references people (id),
  published_at timestamptz not null,
  publicity_from text not null check (publicity_from ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  publicity_until text not null check (publicity_until ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  check (publicity_from <= publicity_until)
);

create table objections (
  platform_id text not null,
  id uuid not null,
  result_id uuid not null,
  period text not null references publications (period),
  text text not null check (text <> ''),
  filed_by uuid not null references people (id),
  filed_at timestamptz not null,
  primary key (platform_id, id),
  foreign key (platform_id, result_id) references results (platform_id, id)
);
create index objections_period on objections (period);

-- One answer to each objection.
create table objection_answers (
  platform_id text not null,
  objection_id uuid not null,
  upheld boolean not null,
  text text not null check (text <> ''),
  corrected_result_id uuid,
  answered_by uuid not null references people (id),
  answered_at timestamptz not null,
  primary key (platform_id, objection_id),
  foreign key (platform_id, objection_id) references objections (platform_id, id),
  foreign key (platform_id, corrected_result_id) references results (platform_id, id),
  check (upheld or corrected_result_id is null)
);

create trigger exclusions_append_only before update or delete on exclusions
  for each row execute function refuse_change();
create trigger publications_append_only before update or delete on publications
  for each row execute function refuse_change();
create trigger objections_append_only before update or delete on objections
  for each row execute function refuse_change();
create trigger objection_answers_append_only before update or delete on objection_answers
  for each row execute function refuse_change();

-- As before, and the grade and what it was given by stay too.
create or replace function keep_frozen_result() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a % result stays', old.state using errcode = 'check_violation';
  end if;
  if (new.facts, new.increment, new.card, new.total, new.grade, new.cuts, new.digest,
      new.rubric_version, new.period, new.platform_id)
     is distinct from
     (old.facts, old.increment, old.card, old.total, old.grade, old.cuts, old.digest,
      old.rubric_version, old.period, old.platform_id)
     or new.state = 'provisional' then
    raise exception 'a % result does not change', old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
