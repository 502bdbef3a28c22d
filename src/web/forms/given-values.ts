import type { Fields } from '../../kernel/field.ts'

/** What a link fills in beforehand: the fields of a form that its address names. */
export function valuesIn(
  address: Readonly<Record<string, string>>,
  fields: Fields,
): Readonly<Record<string, string | number>> {
  const types = { area: 'area', ...Object.fromEntries(typesOf(fields)) }
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, type]): (readonly [string, string | number])[] => {
      const text = address[name]
      if (text === undefined || text === '') return []
      if (!numbered.has(type)) return plain.has(type) ? [[name, text]] : []
      const value = Number(text)
      return Number.isSafeInteger(value) ? [[name, value]] : []
    }),
  )
}

function typesOf(fields: Fields): readonly (readonly [string, string])[] {
  return Object.entries(fields).map(([name, { type }]) => [name, type])
}

const numbered: ReadonlySet<string> = new Set(['area', 'unit', 'number'])
const plain: ReadonlySet<string> = new Set(['text', 'long', 'code', 'day', 'choice', 'record'])
