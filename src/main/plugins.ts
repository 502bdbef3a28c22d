import type { Plugin } from '../platform/http/deps.ts'
import { advice } from './advice.ts'
import { brief } from './brief.ts'

/** Routes of single capabilities, beside those that every kind gets. */
export const plugins: readonly Plugin[] = [advice, brief]
