/** What can be offered from the records on the phone. */
export * from './suggestions'
