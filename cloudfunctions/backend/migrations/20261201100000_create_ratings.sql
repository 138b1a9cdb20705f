-- Ratings with their history: each is a row, the newest holds. The columns in `participations` are read by functions of
-- the release before this one alone.
create table ratings (
  platform_id text not null,
  activity_id uuid not null,
  credit_code text not null,
  id bigint generated always as identity,
  person_id uuid not null references people (id),
  stars integer not null check (stars between 1 and 5),
  comment text not null default '',
  rated_at timestamptz not null,
  primary key (platform_id, activity_id, credit_code, id),
  foreign key (platform_id, activity_id, credit_code)
    references participations (platform_id, activity_id, credit_code)
);
insert into ratings (platform_id, activity_id, credit_code, person_id, stars, comment, rated_at)
  select platform_id, activity_id, credit_code, person_id, stars, coalesce(comment, ''),
         coalesce(rated_at, received_at)
    from participations where stars is not null;
