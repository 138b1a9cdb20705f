-- A photo is evidence once the function has found it at the store and seen that it is a picture. Those kept before are
-- unchecked, which is not the same as absent; they are looked at when their record is opened, or by the daily timer.
alter table photos add column checked_at timestamptz;
-- Why it is no evidence, in Chinese; null where it is, or is not checked yet.
alter table photos add column rejected text;
create index photos_unchecked on photos (received_at) where checked_at is null;
