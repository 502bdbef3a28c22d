import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invalid } from './errors.ts'

/** Deeper than any form of ours, and far from where walking a body would end a stack. */
const deepest = 32

/**
 * Bodies are JSON in whole UTF-8, not deeper than anything of ours, of text that the store can
 * keep; nothing else is read. Forms with a file have a reader of their own.
 */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, bytes: Buffer, done) => {
      const text = bytes.toString('utf8')
      if (!bytes.equals(Buffer.from(text)) || depthOf(text) > deepest)
        return done(invalid('发送的内容格式不对'))
      void parse(request, text, done)
    },
  )
  app.addHook('preValidation', async (request) => {
    for (const part of [request.params, request.query, request.body])
      if (!isKeepable(part)) throw invalid('内容里有不能保存的字符')
  })
}

/** Each name once: of a name given twice the last counts. */
export function readQuery(text: string): Record<string, string> {
  return Object.assign(Object.create(null), Object.fromEntries(new URLSearchParams(text)))
}

/** How deep brackets stand in each other, those within texts left out. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\' && quoted) at++
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '[' || sign === '{')) most = Math.max(most, ++depth)
    else if (!quoted && (sign === ']' || sign === '}')) depth--
  }
  return most
}

/** The store keeps neither the sign of number zero nor half of a pair. */
function isKeepable(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const one = waiting.pop()
    if (typeof one === 'string' && (one.includes('\u0000') || !one.isWellFormed())) return false
    if (typeof one !== 'object' || one === null) continue
    if (Array.isArray(one)) for (const item of one) waiting.push(item)
    else for (const [name, item] of Object.entries(one)) waiting.push(name, item)
  }
  return true
}
