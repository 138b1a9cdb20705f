/** What this host cannot do. */
import type { RunningApp } from '../app/app'

/** Silence would let a broken screen pass: the call is recorded as a fault, also where the app catches the error. */
export function lackingMethod(app: RunningApp, name: string) {
  return () => {
    const error = app.realm.error(`this host lacks ${name}`)
    app.fault(error)
    throw error
  }
}
