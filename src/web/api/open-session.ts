import { makeSession } from './session.ts'

/** The one session of this page. */
export const session = makeSession()
