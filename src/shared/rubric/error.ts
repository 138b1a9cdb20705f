// The one error that a faulty rubric raises.

/** A rubric that cannot be used; `path` names the place of the fault, such as `sections[1].weight`. */
export class RubricError extends Error {
  readonly path: string

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`)
    this.name = 'RubricError'
    this.path = path
  }
}

/** Writes a zod path as people read it: `sections[0].weight`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? String(step) : `.${String(step)}`
  }
  return text
}
