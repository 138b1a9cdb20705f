/** Who the person is. */
export * from './session'
