-- For which of the two bodies that judge together (H3.3) a judge speaks; null = not said.
alter table marks add column body text check (body in ('department', 'platform'));
