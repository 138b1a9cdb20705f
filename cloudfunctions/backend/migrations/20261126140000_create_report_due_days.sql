-- The day of the next month by which a month's report is due (D15), from a month on; of those that cover a month the
-- newest version is in force. None covers it: the 5th.
create table report_due_days (
  version integer primary key check (version >= 1),
  from_month text not null check (from_month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  -- The province publishes by the 10th.
  day integer not null check (day between 1 and 10),
  reason text not null check (reason <> ''),
  set_by uuid not null references people (id),
  set_at timestamptz not null
);
create trigger report_due_days_append_only before update or delete on report_due_days
  for each row execute function refuse_change();
