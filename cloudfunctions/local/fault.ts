/** A reason why the local host cannot start or go on: one line that tells a person what to do. */
export class HostFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'HostFault'
  }
}

/** The `code` of a system error such as EADDRINUSE, or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
