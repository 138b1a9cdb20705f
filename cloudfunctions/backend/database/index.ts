/** The database: settings, connection, table types, transactions. */
export * from './connect'
export * from './settings'
export * from './tables'
export * from './transact'
