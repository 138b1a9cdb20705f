/** People, their memberships, and the enterprise that they stand for. */
export * from './who-is'
