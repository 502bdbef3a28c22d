import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { n } from '../kernel/base.ts'

export const read = () => [readFileSync, z, n]
