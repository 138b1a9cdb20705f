/**
 * Who may do what to whose data: the one table. What is not in it is refused.
 *
 * `self`: anybody with a WeChat identity, for what is their own or public; `platform`: the platform of the
 * membership; `area`: the platforms of the reviewer's area; `all`: every platform.
 */
import type { ActionName, FunctionName, Role } from '../../../src/shared/contract'

export type Scope = 'self' | 'platform' | 'area' | 'all'
export type ActionId = { [F in FunctionName]: `${F}.${ActionName<F>}` }[FunctionName]
export type Policy = Partial<Record<Role | 'anyone', Scope>>

const anyone: Policy = { anyone: 'self' }
const recorders: Policy = { staff: 'platform', manager: 'platform' }
const deciders: Policy = { reviewer: 'area', province: 'all' }
const readers: Policy = { ...recorders, ...deciders }
const managers: Policy = { manager: 'platform' }
const province: Policy = { province: 'all' }

export const policies: Record<ActionId, Policy> = {
  'session.whoAmI': anyone,
  'session.join': anyone,
  'session.bindEnterprise': anyone,
  'session.unbindEnterprise': anyone,
  'session.enterpriseCode': anyone,
  'session.enterprisePeople': anyone,
  'session.approvePerson': anyone,
  'session.health': anyone,
  'session.platforms': { ...readers, ...anyone },
  'session.invite': { manager: 'platform', province: 'all' },

  'records.push': recorders,
  'records.pull': readers,
  'records.get': readers,
  'records.withdraw': recorders,
  'records.attachPhoto': recorders,
  'records.photoLinks': readers,

  'confirm.issueCode': recorders,
  'confirm.revokeCodes': recorders,
  'confirm.open': anyone,
  'confirm.confirm': anyone,
  'confirm.rate': anyone,
  'confirm.mine': anyone,
  'confirm.lookUp': anyone,
  'confirm.enter': recorders,
  'confirm.vouch': recorders,
  'confirm.list': readers,

  'review.queue': deciders,
  'review.get': deciders,
  'review.approve': deciders,
  'review.approveMany': deciders,
  'review.return': deciders,
  'review.undo': deciders,
  'review.history': readers,

  'evaluate.run': province,
  'evaluate.runs': province,
  'evaluate.periods': province,
  'evaluate.freeze': province,
  'evaluate.publish': province,
  'evaluate.correct': province,
  'evaluate.regrade': province,
  'evaluate.exclude': province,
  'evaluate.exclusions': province,
  'evaluate.object': managers,
  'evaluate.objections': readers,
  'evaluate.answerObjection': province,
  'evaluate.state': province,
  'evaluate.mark': province,
  'evaluate.takeBackMark': province,
  'evaluate.results': province,
  'evaluate.stated': province,
  'evaluate.entries': province,
  'evaluate.decide': province,
  'evaluate.decisions': province,

  'standing.progress': readers,
  'standing.rubric': anyone,
  'standing.periods': readers,
  'standing.ranking': readers,
  'standing.card': readers,
  'standing.behind': readers,
  'standing.trend': readers,
  'standing.overview': deciders,

  // A county's annual filings also by its city's managers and staff: the function asks for the city then.
  'filings.due': readers,
  'filings.monthly': readers,
  'filings.selfAssessment': readers,
  'filings.annualSummary': readers,
  'filings.filing': readers,
  'filings.counties': readers,
  'filings.fileMonthly': managers,
  'filings.fileSelfAssessment': managers,
  'filings.fileAnnualSummary': managers,
  'filings.forward': managers,
  // Of those who may, the one nearest to the platform does (filings/sign-off.ts).
  'filings.queue': deciders,
  'filings.signOff': deciders,
  'filings.cuts': readers,
  'filings.setCuts': province,
  'filings.dueDays': readers,
  'filings.setDueDay': province,

  'reports.scoreTable': { ...managers, ...deciders },
  'reports.ranking': readers,
  // With its counties only for those who may do it to each of them.
  'reports.ledger': readers,
  'reports.bulletin': readers,
  // A county's also by its city's managers, who send it on: without the card (reports/subject.ts).
  'reports.selfAssessment': { ...managers, ...deciders },
  'reports.annualSummary': { ...managers, ...deciders },
  'reports.evidence': { ...managers, ...deciders },
}
