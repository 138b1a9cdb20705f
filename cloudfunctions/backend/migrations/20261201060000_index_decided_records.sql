-- What a reviewer has decided is listed with the newest decision first.
create index records_decided on records (decided_by, decided_at desc) where decided_by is not null;
