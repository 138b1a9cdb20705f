/** How a platform of the example goes about its year. Shares are of what full marks would take. */

type Range = readonly [number, number]

export type Habit = {
  title: string
  /** Loan-matching events, and activities of each of the five categories. */
  matching: Range
  activities: Range
  /** Of the five categories, how many are left out. */
  categoriesLeftOut: Range
  /** Park days and visits, and their like, in a year. */
  visits: Range
  /** 家次, of the 90% of the local enterprises. */
  attendances: Range
  /** How likely an activity is written up in full, published in the back end, and the platform's own. */
  careful: number
  campaigns: boolean
  registrations: Range
  /** Demands in a year, and how likely one is published in time. */
  demands: Range
  demandsInTime: number
  subPlatform: boolean
  /** Monthly reports of the twelve. */
  lateReports: Range
  missingReports: Range
  honours: Range
  transactions: Range
  /** Of a mark's maximum. */
  marks: Range
  /** The first month in which anything is recorded. */
  from: number
}

const steady: Habit = {
  title: '稳步推进',
  matching: [0.6, 0.8],
  activities: [0.6, 1.2],
  categoriesLeftOut: [0, 0],
  visits: [8, 16],
  attendances: [0.8, 1.02],
  careful: 0.93,
  campaigns: true,
  registrations: [0.75, 1],
  demands: [6, 12],
  demandsInTime: 1,
  subPlatform: true,
  lateReports: [0, 2],
  missingReports: [0, 0],
  honours: [0, 2],
  transactions: [5, 14],
  marks: [0.66, 0.82],
  from: 1,
}

export const habits = {
  steady,
  diligent: {
    ...steady,
    title: '全面扎实',
    matching: [1.05, 1.4],
    activities: [1.15, 1.6],
    visits: [14, 24],
    attendances: [1.08, 1.25],
    careful: 0.97,
    registrations: [1.02, 1.2],
    demands: [10, 18],
    lateReports: [0, 0],
    honours: [3, 5],
    transactions: [12, 26],
    marks: [0.84, 0.97],
  },
  eventsOnly: {
    ...steady,
    title: '只办活动',
    matching: [1, 1.5],
    activities: [1.1, 1.7],
    attendances: [0.45, 0.9],
    careful: 0.9,
    registrations: [0.15, 0.45],
    demands: [0, 0],
    subPlatform: false,
    lateReports: [2, 4],
    honours: [0, 1],
    transactions: [0, 4],
    marks: [0.36, 0.5],
  },
  lateReporter: {
    ...steady,
    title: '报送拖拉',
    registrations: [0.5, 0.85],
    demandsInTime: 0.8,
    lateReports: [4, 6],
    missingReports: [1, 3],
    marks: [0.52, 0.68],
  },
  silentReporter: {
    ...steady,
    title: '几乎不报送',
    registrations: [0, 0],
    demands: [2, 5],
    lateReports: [0, 0],
    missingReports: [11, 12],
    attendances: [0.5, 0.8],
    marks: [0.32, 0.46],
  },
  quiet: {
    ...steady,
    title: '活动很少',
    matching: [0, 0.35],
    activities: [0, 0.45],
    categoriesLeftOut: [2, 3],
    visits: [1, 4],
    attendances: [0.05, 0.2],
    careful: 0.7,
    campaigns: false,
    registrations: [0.05, 0.3],
    demands: [0, 2],
    demandsInTime: 0.5,
    subPlatform: false,
    lateReports: [2, 4],
    missingReports: [1, 3],
    honours: [0, 0],
    transactions: [0, 2],
    marks: [0.52, 0.66],
  },
  honoursCollector: {
    ...steady,
    title: '荣誉突出',
    matching: [0.5, 0.9],
    activities: [0.5, 0.9],
    categoriesLeftOut: [0, 1],
    honours: [4, 6],
    marks: [0.7, 0.86],
  },
  bigAttendance: {
    ...steady,
    title: '少而大的活动',
    matching: [0.4, 0.8],
    activities: [0.3, 0.7],
    categoriesLeftOut: [1, 2],
    visits: [2, 6],
    attendances: [1.4, 1.9],
    subPlatform: false,
    marks: [0.55, 0.72],
  },
  newcomer: {
    ...steady,
    title: '年中起步',
    matching: [0.4, 0.9],
    activities: [0.4, 0.9],
    attendances: [0.4, 0.7],
    registrations: [0.3, 0.6],
    honours: [0, 1],
    marks: [0.5, 0.66],
    from: 6,
  },
} as const satisfies Record<string, Habit>

export type HabitName = keyof typeof habits
