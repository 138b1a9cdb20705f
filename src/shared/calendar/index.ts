/** Periods, due times and working days, all in Asia/Shanghai. */
export * from './due'
export * from './period'
export * from './shanghai'
export * from './working-days'
