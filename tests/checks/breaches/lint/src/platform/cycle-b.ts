// breach: no-cycle
import { a } from './cycle-a.ts'

export const b = (n: number): number => (n === 0 ? 1 : a(n - 1))
