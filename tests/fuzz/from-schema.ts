import fc from 'fast-check'
import { at, entriesOf, isObject, type Json, textsOf } from './json.ts'
import type { Known } from './known.ts'
import { nasty, words } from './nasty.ts'

/** Values that a schema describes, with what really exists where it asks for a name of something. */
export function fromSchema(schema: unknown, known: Known): fc.Arbitrary<unknown> {
  if (!isObject(schema)) return nasty
  if ('const' in schema) return fc.constant(schema['const'])
  const choices = schema['enum']
  if (Array.isArray(choices) && choices.length > 0) return fc.constantFrom(...choices)
  const any = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(any) && any.length > 0)
    return fc.oneof(...any.map((one) => fromSchema(one, known)))
  switch (schema['type']) {
    case 'object':
      return objects(schema, known)
    case 'array':
      return fc.array(fromSchema(schema['items'], known), { maxLength: 3 })
    case 'string':
      return texts(schema, known)
    case 'integer':
      return fc.oneof(fc.constantFrom(...known.numbers), numbers(schema))
    case 'number':
      return numbers(schema)
    case 'boolean':
      return fc.boolean()
    default:
      return fc.oneof(fc.constantFrom(...known.choices), words, nasty)
  }
}

/** The same with something wrong in it, or something else altogether. */
export function nearlyFrom(schema: unknown, known: Known): fc.Arbitrary<unknown> {
  const good = fromSchema(schema, known)
  const spoilt = fc.tuple(good, words, nasty).map(([value, name, wrong]) => {
    if (!isObject(value)) return wrong
    const names = Object.keys(value)
    const where = names[name.length % Math.max(1, names.length)] ?? name
    const inside = value[where]
    const deeper = isObject(inside) && name.length % 2 === 0
    return { ...value, [where]: deeper ? { ...inside, [name]: wrong } : wrong }
  })
  return fc.oneof({ weight: 5, arbitrary: good }, { weight: 4, arbitrary: spoilt }, nasty)
}

function objects(schema: Json, known: Known): fc.Arbitrary<unknown> {
  const required = textsOf(Array.isArray(schema['required']) ? schema['required'] : [])
  const shape = Object.fromEntries(
    entriesOf(schema['properties']).map(([name, one]) => [name, fromSchema(one, known)]),
  )
  const own = required.filter((name) => name in shape)
  return fc.record(shape, { requiredKeys: own })
}

function texts(schema: Json, known: Known): fc.Arbitrary<string> {
  const format = at(schema, 'format')
  if (format === 'uuid' || JSON.stringify(schema['pattern'] ?? '').includes('[0-9a-f]'))
    return fc.oneof(fc.constantFrom(...known.ids), fc.uuid())
  if (format === 'date')
    return fc.constantFrom('2026-08-03', '2026-02-29', '0001-01-01', '9999-12-31')
  if (format === 'date-time')
    return fc.constantFrom('2026-08-03T09:00:00+08:00', '9999-12-31T23:59:59.999+08:00', 'soon')
  const most = Number(schema['maxLength'] ?? 60)
  return fc.oneof(
    fc.constantFrom(...known.choices),
    words,
    fc.string({ unit: 'grapheme', maxLength: Math.min(most, 200) }),
  )
}

function numbers(schema: Json): fc.Arbitrary<number> {
  const [min, max] = [Number(schema['minimum'] ?? -10), Number(schema['maximum'] ?? 1_000_000)]
  return fc.integer({ min: Math.ceil(Math.max(min, -1e9)), max: Math.floor(Math.min(max, 1e9)) })
}
