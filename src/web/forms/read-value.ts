/** A form's values come from drafts and servers too; each is read as what its control can show. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
}

export function limit(value: unknown): { qty?: number | undefined; unit?: string | undefined } {
  return isObject(value) ? { qty: number(value['qty']), unit: text(value['unit']) } : {}
}

export function contact(value: unknown): { name?: string | undefined; phone?: string | undefined } {
  return isObject(value) ? { name: text(value['name']), phone: text(value['phone']) } : {}
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
