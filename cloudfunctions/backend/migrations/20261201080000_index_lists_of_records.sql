-- A page of the review queue is read in its order: of the whole province, or platform by platform.
create index records_waiting_page on records (received_at, id) where state = 'submitted';
create index records_waiting_platform on records (platform_id, received_at, id) where state = 'submitted';
drop index records_waiting;
create index records_decided_page on records (state, coalesce(decided_at, received_at), id);
create index records_decided_platform on records (platform_id, state, coalesce(decided_at, received_at), id);
create index records_decided_by on records (decided_by, decided_at);

-- Whose own records are on a page.
create index record_revisions_person on record_revisions (person_id, platform_id, record_id);

-- Of a month, those of a state: what waits is found without reading what is decided.
create index records_month_state on records (platform_id, month, state);
drop index records_month;
