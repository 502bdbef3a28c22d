export type SlipFacts = {
  readonly number: string
  /** Empty where this device does not know it. */
  readonly code: string
  /** ISO 8601 in the city's time. */
  readonly at: string
  readonly place: string
  readonly spot: string
  readonly detail: string
  readonly due: string
}

/** The slip as plain text, for keeping as a file. */
export function slipText(
  head: string,
  rows: readonly (readonly [string, string])[],
  address: string,
): string {
  const lines = rows.map(([label, value]) => `${label}：${value}`)
  return [head, '', ...lines, '', `查进度：打开 ${address}，填编号和查询码。`, ''].join('\r\n')
}
