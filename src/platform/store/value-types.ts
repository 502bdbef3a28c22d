import pg from 'pg'

/**
 * How values of the database are read: moments as milliseconds, days as text, counts and area
 * codes as numbers (they stay far below 2^53).
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return parsers.get(oid) ?? pg.types.getTypeParser(oid, format ?? 'text')
  },
}

/** The text by which a moment is handed to the database. */
export function momentOf(instant: number): string {
  return new Date(instant).toISOString()
}

function instantOf(text: string): number {
  return Date.parse(`${text.replace(' ', 'T').replace(/[+-]\d\d(:\d\d)?$/, '')}Z`)
}

const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1700, Number],
  [1082, (text) => text],
  [1184, instantOf],
])
