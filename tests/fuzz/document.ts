import type { Json } from './json.ts'
import { at, entriesOf, isObject, textsOf } from './json.ts'

export type Operation = {
  readonly method: string
  readonly path: string
  readonly named: readonly string[]
  readonly query: readonly string[]
  /** The schema of a JSON body, if it takes one. */
  readonly body: Json | undefined
  readonly multipart: boolean
  /** What is answered by status: the schema of JSON, or nothing where it is a file. */
  readonly answers: ReadonlyMap<number, Json | undefined>
}

/** Every operation that the interface's own document describes. */
export function operationsIn(document: unknown): readonly Operation[] {
  return entriesOf(at(document, 'paths')).flatMap(([path, methods]) =>
    entriesOf(methods).map(([method, described]) => operation(path, method, described)),
  )
}

function operation(path: string, method: string, described: unknown): Operation {
  const parameters = at(described, 'parameters')
  const list: readonly unknown[] = Array.isArray(parameters) ? parameters : []
  const inPlace = (place: string) =>
    textsOf(list.filter((one) => at(one, 'in') === place).map((one) => at(one, 'name')))
  const content = at(described, 'requestBody', 'content')
  const schema = at(content, 'application/json', 'schema')
  return {
    method: method.toUpperCase(),
    path,
    named: inPlace('path'),
    query: inPlace('query'),
    body: isObject(schema) ? schema : undefined,
    multipart: at(content, 'multipart/form-data') !== undefined,
    answers: new Map(
      entriesOf(at(described, 'responses')).map(([status, answer]) => {
        const shape = at(answer, 'content', 'application/json', 'schema')
        return [Number(status), isObject(shape) ? shape : undefined]
      }),
    ),
  }
}
