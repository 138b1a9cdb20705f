/** People, their memberships, and the enterprise that they stand for. */
export * from './enterprises'
export * from './enterprise-people'
export * from './invitations'
export * from './memberships'
export * from './person-code'
export * from './who-is'
