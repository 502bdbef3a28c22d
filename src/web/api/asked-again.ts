import { ApiError } from './api-error.ts'

/** A server that has too much to do says so at once, and will have time soon. */
export function isAskedAgain(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiError)) return failures < 2
  if (error.code === 'busy') return failures < 5
  return failures < 2 && [0, 502, 503].includes(error.status)
}

/** Longer each time, and not at the same moment as everybody else who was sent away. */
export function pauseMs(failures: number, dice: number): number {
  return Math.min(5_000, 600 * 2 ** failures) * (0.75 + dice / 2)
}
