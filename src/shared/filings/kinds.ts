/** What a platform files (报送), for which period, and when it is due (RULES.md, process). */
import { z } from 'zod'
import {
  monthSchema,
  monthlyReportDue,
  periodTitle,
  shanghaiInstant,
  yearSchema,
  type DueDays,
} from '../calendar'

export const filingKinds = ['monthly', 'self-assessment', 'annual-summary'] as const
export const filingKindSchema = z.enum(filingKinds)
export type FilingKind = z.infer<typeof filingKindSchema>

export const filingTitles: Record<FilingKind, string> = {
  monthly: '月报',
  'self-assessment': '年度自评',
  'annual-summary': '年度工作总结',
}

/** The yearly ones, which counties send by way of their city's platform. */
export const annualKinds = ['self-assessment', 'annual-summary'] as const
export type AnnualKind = (typeof annualKinds)[number]

export function isAnnual(kind: FilingKind): kind is AnnualKind {
  return kind !== 'monthly'
}

/** A month for a monthly report, a year for the others. */
export function isPeriodOf(kind: FilingKind, period: string): boolean {
  return (kind === 'monthly' ? monthSchema : yearSchema).safeParse(period).success
}

/** 2023 年 5 月月报, 2023 年度自评 */
export function filingTitle(kind: FilingKind, period: string): string {
  return isAnnual(kind) ? `${period} ${filingTitles[kind]}` : `${periodTitle(period)}${filingTitles[kind]}`
}

/** The last instant (ISO) at which a filing is in time. Nothing but the quarter's bulletin is deferred (P-b). */
export function filingDue(kind: FilingKind, period: string, days: DueDays): string {
  return isAnnual(kind) ? annualDue(period) : monthlyReportDue(period, days)
}

/** The last instant (ISO) at which a year's filings are in time. */
export function annualDue(year: string): string {
  return shanghaiInstant(`${year}-12-31`, '24:00')
}

/** The last instant (ISO) at which an annual filing may be corrected without being sent back (D28); null for monthly ones. */
export function correctionUntil(kind: FilingKind, period: string): string | null {
  return isAnnual(kind) ? shanghaiInstant(`${Number(period) + 1}-01-10`, '24:00') : null
}
