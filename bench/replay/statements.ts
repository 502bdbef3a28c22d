import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** The statements of one request, in the order in which they were sent. */
export type Recorded = readonly Statement[]

const lineShape = z.object({
  connection: z.number(),
  request: z.number(),
  path: z.string(),
  text: z.string(),
  values: z.array(z.unknown()),
})

type Line = Omit<z.infer<typeof lineShape>, 'values'> & Statement

/** A statement as one line; bytes are marked, so that they come back as bytes. */
export function statementLine(line: Line): string {
  return JSON.stringify({ ...line, values: line.values.map(marked) })
}

/** The recorded requests of paths that begin so: of each connection, one after the other. */
export async function readRecorded(
  file: string,
  path: string,
): Promise<readonly (readonly Recorded[])[]> {
  const connections = new Map<number, Map<number, Statement[]>>()
  for await (const text of createInterface(createReadStream(file))) {
    const line = lineShape.parse(JSON.parse(text))
    if (!line.path.startsWith(path)) continue
    const requests = connections.get(line.connection) ?? new Map<number, Statement[]>()
    connections.set(line.connection, requests)
    const own = requests.get(line.request) ?? []
    requests.set(line.request, own)
    own.push({ text: line.text, values: line.values.map(unmarked) })
  }
  return [...connections.values()].map((requests) => [...requests.values()])
}

const bytesShape = z.strictObject({ bytes: z.string() })

function marked(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') }
  return Array.isArray(value) ? value.map(marked) : value
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked)
  const read = typeof value === 'object' ? bytesShape.safeParse(value) : undefined
  return read?.success === true ? Buffer.from(read.data.bytes, 'base64') : value
}
