-- How far from the activity a confirmation was made, in metres beyond the accuracy of both places; null = not told.
-- The place itself is not kept.
alter table participations add column distance_m integer check (distance_m >= 0);

-- Refused attempts are counted by activity.
create index refused_attempts_activity on refused_attempts (platform_id, activity_id);
