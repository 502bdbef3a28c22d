// breach: kernel-stands-alone, kernel-tests-stay-inside
import type { read } from '../platform/clean.ts'

export type Read = typeof read
