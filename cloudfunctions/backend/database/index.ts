/** The database: settings, connection, table types, transactions. */
export * from './connect'
export * from './evaluation-tables'
export * from './filing-tables'
export * from './settings'
export * from './tables'
export * from './transact'
