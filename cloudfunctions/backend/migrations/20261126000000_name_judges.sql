-- The body or person that judges, by name, as a clerk enters it; null = who entered it judges.
alter table marks add column judge text check (judge <> '');

-- Marks that were taken back. Like the marks themselves these are only ever added.
create table mark_withdrawals (
  platform_id text not null,
  mark_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null references people (id),
  withdrawn_at timestamptz not null default now(),
  primary key (platform_id, mark_id),
  foreign key (platform_id, mark_id) references marks (platform_id, id)
);
