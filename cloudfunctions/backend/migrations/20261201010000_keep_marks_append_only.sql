-- What was stated and judged is only ever added to, as the audit log is: a correction is a row of its own.
create trigger statements_append_only before update or delete on statements
  for each row execute function refuse_change();
create trigger marks_append_only before update or delete on marks
  for each row execute function refuse_change();
create trigger mark_withdrawals_append_only before update or delete on mark_withdrawals
  for each row execute function refuse_change();
