/** A column as PostgreSQL reads an array; the driver's own takes several times as long. */
export function arrayText(column: readonly unknown[]): string {
  let text = ''
  for (const value of column) text += `${text === '' ? '' : ','}${itemText(value)}`
  return `{${text}}`
}

function itemText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`
  throw new TypeError(`a column of a commit holds a ${typeof value}`)
}

// Without these both languages quote a text alike, and JSON's is the quicker hand.
const otherInJson = /[\p{Cc}\p{Cs}]/u

function quoted(text: string): string {
  if (!otherInJson.test(text)) return JSON.stringify(text)
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
