import { z } from 'zod'
import { used } from '../platform/clean.ts'

console.log(z, used)
