-- The digest of the rubric and the month tallies that a result was made from: whether it is up to date is told by
-- comparing, not by clocks. Null of results made before; they are computed once more.
alter table results add column made_from text;
