/** The formatters stand in src/format. */
export * from '../../format'
