-- What other readings of the clause on reports need (H2.5 b, H2.5k, D11): the first filing, whatever became of it, and
-- how often a version was sent back. No month is marked as changed: no rubric that reads these was in force before.
alter table monthly_reports
  add column first_filed_at timestamptz,
  add column returns integer not null default 0 check (returns >= 0);

update monthly_reports set
  first_filed_at = coalesce((
    select min(filings.filed_at) from filings
    where filings.platform_id = monthly_reports.platform_id
      and filings.kind = 'monthly' and filings.period = monthly_reports.month
  ), filed_at),
  returns = (
    select count(*) from filing_sign_offs
    where filing_sign_offs.platform_id = monthly_reports.platform_id and filing_sign_offs.kind = 'monthly'
      and filing_sign_offs.period = monthly_reports.month and filing_sign_offs.decision = 'refuse'
  );
