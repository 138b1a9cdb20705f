/** What can be offered from the records on the phone. */
export * from './remembered'
export * from './suggestions'
