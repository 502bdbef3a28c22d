import { z } from 'zod'
import { at, isObject, type Json } from './json.ts'
import type { Operation } from './document.ts'

export type Heard = { readonly status: number; readonly type: string; readonly text: string }

/** Says what is wrong with an answer: not documented, of another shape, a fault, or telling too much
 *  of the inside. */
export function answerCheck(document: unknown): (operation: Operation, heard: Heard) => string {
  const shapes = new Map<Json, z.ZodType>()
  const shapeOf = (schema: Json) => {
    const known = shapes.get(schema)
    if (known !== undefined) return known
    const made = z.fromJSONSchema(standingAlone(schema, document))
    shapes.set(schema, made)
    return made
  }
  return ({ answers }, { status, type, text }) => {
    if (status >= 500) return `is a fault: ${text.slice(0, 300)}`
    if (!answers.has(status)) return `has a status that is not documented: ${text.slice(0, 200)}`
    if (inside.test(text)) return `tells of the inside: ${text.slice(0, 300)}`
    const schema = answers.get(status)
    if (schema === undefined) return ''
    if (!type.includes('json')) return `is no JSON but ${type}`
    const read = shapeOf(schema).safeParse(JSON.parse(text))
    return read.success ? '' : `has another shape: ${read.error.message.slice(0, 400)}`
  }
}

const inside =
  /node_modules|\bat (async )?\S+ \(|\/src\/|"(insert|select|update) .* (into|from|set) |SQLSTATE/i

/** A schema of the document, with those that it names beside it. */
function standingAlone(schema: Json, document: unknown): Json {
  const named = at(document, 'components', 'schemas')
  const whole = { ...schema, $defs: isObject(named) ? named : {} }
  return JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'))
}
