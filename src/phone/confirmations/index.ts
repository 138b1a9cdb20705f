/** Confirmations of participation, kept until the server has answered. */
export * from './confirmations'
export type { KeptConfirmation, Press } from './press'
