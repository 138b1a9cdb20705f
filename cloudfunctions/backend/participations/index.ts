/** Who took part in which activity: codes, participations, the enterprises behind them, refused attempts. */
export * from './activities'
export * from './enterprises'
export * from './own'
export * from './participations'
export * from './refused-attempts'
export * from './tokens'
