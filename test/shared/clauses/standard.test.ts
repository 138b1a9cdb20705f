// The national service standard, RULES.md, row by row, and its grades.
import { parseRubric, rubricDocument } from '../../../src/shared/rubric'
import { parseFacts, score } from '../../../src/shared/scoring'
import { expectClause, rowTitle, steps, type ClauseRow } from './clause'

const id = 'service-standard-trial'

/** Parts that are given or not: each alone, and all together up to 100. */
function lumps(criterion: string, parts: Readonly<Record<string, number>>, others: object = {}): ClauseRow[] {
  const none = { ...Object.fromEntries(Object.keys(parts).map((fact) => [fact, false])), ...others }
  const all = { ...Object.fromEntries(Object.keys(parts).map((fact) => [fact, true])), ...others }
  const sum = Object.values(parts).reduce((total, points) => total + points, 0)
  const alone = Object.entries(parts).map(([fact, points]): ClauseRow => [
    criterion,
    { ...none, [fact]: true },
    points,
  ])
  return [[criterion, none, 0], ...alone, [criterion, all, Math.min(100, sum)]]
}

/** An expert's amount over what the conditions give: added, and held at 100. */
function discretion(criterion: string, fact: string, met: object, given: number): ClauseRow[] {
  return [
    [criterion, { ...met, [fact]: 100 - given - 1 }, 99],
    [criterion, { ...met, [fact]: 100 - given }, 100],
    [criterion, { ...met, [fact]: 100 }, 100],
  ]
}

const fees = { publicBenefitSharePercent: 0, smallEnterpriseDiscountPoints: 0 }
const staff = { leastStaffExperienceYears: 0, otherStaffingPoints: 0 }
const noEvaluation = { selfAndEnterpriseEvaluationDone: false }
const few = { enterprisesServed: 99, enterprisesServedLastYear: 1000, eventsWithMoreThan50Enterprises: 0 }

const table: readonly ClauseRow[] = [
  ...steps('response/channels', 'channelKinds', { 0: 0, 1: 20, 4: 80, 5: 100, 6: 100 }),
  ...steps('response/needs', 'serviceMatchesMade', { 0: 0, 1: 5, 19: 95, 20: 100, 21: 100 }),
  ...lumps('response/plan', { planCompletedOnTime: 30 }, { planElementPoints: 0 }),
  ...discretion('response/plan', 'planElementPoints', { planCompletedOnTime: true }, 30),
  ...lumps('response/fees', { feesReasonableAndPublished: 50 }, fees),
  ...steps(
    'response/fees',
    'publicBenefitSharePercent',
    { 9: 0, 9.99: 0, 10: 30, 10.01: 30 },
    {
      ...fees,
      feesReasonableAndPublished: false,
    },
  ),
  ...discretion(
    'response/fees',
    'smallEnterpriseDiscountPoints',
    {
      feesReasonableAndPublished: true,
      publicBenefitSharePercent: 10,
    },
    80,
  ),
  ...lumps('execution/staff', { expertPoolOrganised: 50, staffQualified: 10 }, staff),
  ...steps(
    'execution/staff',
    'leastStaffExperienceYears',
    { 0.99: 0, 1: 30, 1.01: 30 },
    {
      ...staff,
      expertPoolOrganised: false,
      staffQualified: false,
    },
  ),
  ...discretion(
    'execution/staff',
    'otherStaffingPoints',
    {
      expertPoolOrganised: true,
      staffQualified: true,
      leastStaffExperienceYears: 1,
    },
    90,
  ),
  ...lumps(
    'execution/venue',
    { venueProvidedInTime: 50, equipmentSufficient: 40 },
    { otherResourcePoints: 0 },
  ),
  ...discretion(
    'execution/venue',
    'otherResourcePoints',
    { venueProvidedInTime: true, equipmentSufficient: true },
    90,
  ),
  ...lumps(
    'execution/cost',
    { spendingReasonable: 50, accountingStandardised: 40 },
    { otherSpendingPoints: 0 },
  ),
  ...discretion(
    'execution/cost',
    'otherSpendingPoints',
    { spendingReasonable: true, accountingStandardised: true },
    90,
  ),
  ...lumps('execution/plan-execution', {
    servicesCompletedOnTime: 50,
    planGoalsAchieved: 30,
    measuresAdjustedToNeeds: 20,
  }),
  ...lumps('quality/system', {
    managementSystem: 40,
    serviceStandardAtLeastIndustryLevel: 20,
    scientificServiceProcess: 20,
    qualityEvaluationAndComplaintMechanism: 20,
  }),
  ...steps(
    'quality/records',
    'qualityRecords',
    { 0: 0, 1: 2, 49: 98, 50: 100, 51: 100 },
    {
      opinionsHeard: 0,
      feedbackPathEstablished: true,
    },
  ),
  ...steps(
    'quality/records',
    'opinionsHeard',
    { 0: 0, 1: 5, 19: 95, 20: 100, 21: 100 },
    {
      qualityRecords: 0,
      feedbackPathEstablished: true,
    },
  ),
  ['quality/records', { qualityRecords: 1, opinionsHeard: 20, feedbackPathEstablished: false }, 2],
  ...lumps('quality/evaluation', { selfAndEnterpriseEvaluationDone: 50 }, { satisfactionPercent: 59.99 }),
  ...steps(
    'quality/evaluation',
    'satisfactionPercent',
    {
      59.99: 0,
      60: 20,
      69.99: 20,
      70: 20,
      79.99: 20,
      80: 30,
      90: 40,
      99.99: 40,
      100: 50,
    },
    noEvaluation,
  ),
  ...steps(
    'quality/evaluation',
    'thirdPartySatisfactionPercent',
    { 59.99: 0, 60: 20, 60.01: 20 },
    {
      ...noEvaluation,
      satisfactionPercent: 60,
    },
  ),
  ...lumps('quality/archive', { clearLedger: 50 }, { completeServiceFiles: 0 }),
  ...steps(
    'quality/archive',
    'completeServiceFiles',
    { 1: 5, 19: 95, 20: 100, 21: 100 },
    { clearLedger: false },
  ),
  ...steps(
    'effect/enterprises',
    'enterprisesServed',
    {
      99: 0,
      100: 50,
      101: 50,
      199: 50,
      200: 60,
      299: 60,
      300: 70,
      399: 70,
      400: 80,
      500: 80,
    },
    few,
  ),
  ...steps('effect/enterprises', 'enterprisesServedLastYear', { 0: 0, 90: 10, 91: 0 }, few),
  ...steps('effect/enterprises', 'eventsWithMoreThan50Enterprises', { 0: 0, 1: 10, 2: 10 }, few),
  ['effect/enterprises', { ...few, enterprisesServed: 110, enterprisesServedLastYear: 100 }, 60],
  ['effect/enterprises', { ...few, enterprisesServed: 109, enterprisesServedLastYear: 100 }, 50],
  ['effect/enterprises', { ...few, enterprisesServedLastYear: null }, 0],
  ['effect/enterprises', { ...few, enterprisesServedLastYear: 0 }, 10, { growthFromZero: 'any' }],
  [
    'effect/enterprises',
    { enterprisesServed: 400, enterprisesServedLastYear: 100, eventsWithMoreThan50Enterprises: 1 },
    100,
  ],
  ...steps('effect/frequency', 'averageServicesPerEnterprise', {
    0.99: 0,
    1: 50,
    1.49: 50,
    1.5: 80,
    2: 80,
    2.99: 80,
    3: 90,
    3.99: 90,
    4: 100,
    5: 100,
  }),
  ...lumps('effect/benefit', { basicNeedsMet: 60, benefitsExceedExpectation: 30 }, { extraBenefitPoints: 0 }),
  ...discretion(
    'effect/benefit',
    'extraBenefitPoints',
    { basicNeedsMet: true, benefitsExceedExpectation: true },
    90,
  ),
  ...steps(
    'assurance/training',
    'recordedTrainings',
    { 0: 0, 1: 20, 4: 80, 5: 100, 6: 100 },
    {
      trainingPlanFullyCarriedOut: true,
    },
  ),
  ['assurance/training', { recordedTrainings: 5, trainingPlanFullyCarriedOut: false }, 0],
  ...lumps(
    'assurance/innovation',
    { periodicServicePlan: 40 },
    { innovationPoints: 0, cityLevelOrHigherRecognitions: 0 },
  ),
  ...steps(
    'assurance/innovation',
    'innovationPoints',
    { 1: 40, 2: 80, 3: 100 },
    {
      periodicServicePlan: false,
      cityLevelOrHigherRecognitions: 0,
    },
  ),
  ...steps(
    'assurance/innovation',
    'cityLevelOrHigherRecognitions',
    { 1: 20, 4: 80, 5: 100, 6: 100 },
    {
      periodicServicePlan: false,
      innovationPoints: 0,
    },
  ),
]

it.each(table.map((row) => [rowTitle(row), row] as const))('%s', (_title, row) => expectClause(id, row))

/** A service of that many points in every indicator, by the bands of the shipped document. */
function gradeAt(points: number, facts: object = {}) {
  const shipped = rubricDocument(id)
  const rubric = parseRubric({
    ...shipped,
    facts: {
      marks: { type: 'marks', title: '评定分' },
      majorLossOrIllegalEffect: { type: 'flag', title: '造成重大损失或违法违规', default: false },
    },
    settings: {},
    sections: [
      {
        id: 's',
        title: '节',
        short: '节',
        max: 100,
        weight: 1,
        indicators: [
          {
            id: 's/one',
            title: '一',
            max: 100,
            clause: { document: '虚构', table: '表', row: '一', rule: '规则' },
            rule: { kind: 'marked', max: 100 },
          },
        ],
      },
    ],
  })
  return score(rubric, parseFacts(rubric, { ...facts, marks: { 's/one': points } })).grade
}

it.each([
  [0, '不合格'],
  [59, '不合格'],
  [59.99, '不合格'],
  [60, '合格'],
  [79.99, '合格'],
  [80, '优秀'],
  [81, '优秀'],
  [100, '优秀'],
])('a total of %d is %s', (total, grade) => expect(gradeAt(total)).toBe(grade))

it('is unfit whatever its total once a major loss or an illegality is found', () => {
  expect(gradeAt(100, { majorLossOrIllegalEffect: true })).toBe('不合格')
  expect(gradeAt(100, { majorLossOrIllegalEffect: false })).toBe('优秀')
})
