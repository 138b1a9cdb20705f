/** People, their memberships, and the enterprise that they stand for. */
export * from './enterprises'
export * from './invitations'
export * from './memberships'
export * from './who-is'
