/** Confirmations of participation, kept while there is no network. */
export * from './confirmations'
