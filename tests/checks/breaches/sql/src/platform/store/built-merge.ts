// breach: merge
import { db } from './database.ts'

export const fold = () => db.mergeInto('tally')
