import { dayMs, hourMs, type Instant, isoOf } from '../../kernel/time.ts'

/** A moment as the interface writes it, in the city's own time: '2026-08-03T17:00:00.000+08:00'. */
export function cityIso(at: Instant): string {
  return isoOf(at + 8 * hourMs).replace('Z', '+08:00')
}

export function maybeIso(at: Instant | null | undefined): string | undefined {
  return at === undefined || at === null ? undefined : cityIso(at)
}

/** The place of a row in a list, opaque to whoever pages. */
export function cursorOf(parts: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

export function readCursor(text: string | undefined): readonly unknown[] | undefined {
  if (text === undefined || text === '') return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : undefined
  } catch {
    return undefined
  }
}

export const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** How many days a link of a resident opens its record. */
export const linkMs = 180 * dayMs

/** A plain value as the words of a cell; nothing else has words. */
export function wordsIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
