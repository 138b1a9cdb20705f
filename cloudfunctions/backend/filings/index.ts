/** Stored filings, who decides on them, and the cut lines of grades. */
export * from './campaigns'
export * from './deciders'
export * from './grade-cuts'
export * from './histories'
export * from './messages'
export * from './monthly-reports'
export * from './queue'
export * from './versions'
