-- Attempts with tokens of no activity are counted by their time.
create index refused_attempts_guessed on refused_attempts (at) where activity_id is null;
