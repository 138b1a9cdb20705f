import type { PropsWithChildren } from 'react'
import { z } from 'zod'
import './app.scss'

// A mini-program may not make code from text, so zod must not try to compile its schemas.
z.config({ jitless: true })

export default function App({ children }: PropsWithChildren) {
  return children
}
