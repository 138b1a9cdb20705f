-- How long after the end of its activity a code can be used: staff choose when they show or print it.
alter table activity_tokens
  add column closes_after_minutes integer not null default 120 check (closes_after_minutes between 0 and 2880);
