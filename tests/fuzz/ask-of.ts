import fc from 'fast-check'
import type { Operation } from './document.ts'
import { fromSchema, nearlyFrom } from './from-schema.ts'
import type { Known } from './known.ts'
import { nasty, words } from './nasty.ts'

export type Asked = {
  readonly who: string
  readonly path: string
  readonly body: unknown
  readonly file: Uint8Array<ArrayBuffer> | undefined
}

/** Requests of one operation, half of them as they should be; of the things `names` when given. */
export function askOf(
  operation: Operation,
  known: Known,
  { who, names }: { readonly who: readonly string[]; readonly names?: readonly string[] },
): fc.Arbitrary<Asked> {
  const { path, named, query, body, multipart } = operation
  return fc
    .record({
      who: fc.constantFrom(...who),
      named:
        names === undefined
          ? fc.tuple(...named.map((name) => nameFor(name, known)))
          : fc.constant(names),
      query: fc.record(
        Object.fromEntries(query.map((name) => [name, fc.oneof(namesOf(known), words, texts)])),
        { requiredKeys: [] },
      ),
      body: body === undefined ? fc.constant(undefined) : nearlyFrom(body, known),
      file: multipart ? files : fc.constant(undefined),
    })
    .map((made) => ({
      who: made.who,
      path: addressOf(path, named, made.named) + queryOf(made.query),
      body: made.body,
      file: made.file,
    }))
}

function nameFor(name: string, known: Known): fc.Arbitrary<string> {
  const likely =
    name === 'kind'
      ? fc.constantFrom(...known.kinds)
      : name === 'unit'
        ? fc.constantFrom(...known.numbers.map(String))
        : fromSchema({ type: 'string', format: 'uuid' }, known).map(String)
  return fc.oneof({ weight: 4, arbitrary: likely }, namesOf(known), texts)
}

const namesOf = (known: Known) =>
  fc.constantFrom(...known.kinds, ...known.choices, ...known.numbers.map(String))

const texts = nasty.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))

const files = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .constantFrom('名称\n一', 'PK\u0003\u0004', '%PDF-1.4', '\u0089PNG\r\n\u001a\n')
    .map((text) => Uint8Array.from(Buffer.from(text, 'latin1'))),
)

function addressOf(path: string, named: readonly string[], values: readonly string[]): string {
  return named.reduce(
    (whole, name, place) => whole.replace(`{${name}}`, encoded(values[place] ?? '')),
    path,
  )
}

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encoded(value ?? '')}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** Half a pair cannot be written into an address; its replacement can. */
function encoded(text: string): string {
  return encodeURIComponent(text.slice(0, 400).toWellFormed()) || '%20'
}
