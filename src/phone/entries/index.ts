/** Enterprises that staff entered at an activity, kept until the server has them. */
export * from './entries'
export * from './entry'
