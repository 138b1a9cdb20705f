/** A mini-program may not make code from text, so zod must not try to compile its schemas. Imported before all else. */
import { z } from 'zod'

z.config({ jitless: true })
