import { listIn, objectIn, textIn } from '../../residents/net/read.ts'
import type { Call } from '../net/call.ts'
import type { Reply } from '../net/reply.ts'
import { findingKind } from '../outbox/entry.ts'
import type { Store } from '../outbox/store.ts'
import type { Me } from './me.ts'
import { readPrefix } from './who.ts'

export type Read = { readonly at: number; readonly body: unknown }

type Tools = {
  readonly store: Store
  readonly call: (call: Call) => Promise<Reply>
  readonly now: () => number
}

/** The addresses of what this page reads. */
export const reads = {
  lists: '/api/lists',
  below: (area: number) => `/api/public/areas?grids=1&parent=${area}`,
  findings: `/api/records/${findingKind}?mine=1&sort=-opened&limit=50`,
  mine: `/api/todos?kind=${findingKind}&mine=1&limit=50`,
  record: (id: string) => `/api/record/${id}`,
} as const

/** Reads from the server and keeps it for when there is no line. */
export async function readNow(tools: Tools, post: string, path: string): Promise<Reply> {
  const reply = await tools.call({ path, post })
  if (reply.is === 'done')
    await tools.store.keep(keyOf(post, path), { at: tools.now(), body: reply.body } satisfies Read)
  return reply
}

/** What was last read at an address, in this post. */
export async function readBefore(
  store: Store,
  post: string,
  path: string,
): Promise<Read | undefined> {
  const kept = objectIn(await store.kept(keyOf(post, path)))
  const { at } = kept
  return typeof at === 'number' ? { at, body: kept['body'] } : undefined
}

/** Fetches what will be needed where there is no line: categories, grids, what came back. What was
 *  read before something was sent is old at once. */
export async function readAhead(tools: Tools, me: Me, haveSent: boolean): Promise<void> {
  const post = me.post.id
  await readIfOld(tools, { post, path: reads.lists, maxAgeMs: halfDay })
  await readIfOld(tools, { post, path: reads.below(me.post.area), maxAgeMs: halfDay })
  await readIfOld(tools, { post, path: reads.findings, maxAgeMs: haveSent ? 0 : minute })
  if (!(await readIfOld(tools, { post, path: reads.mine, maxAgeMs: haveSent ? 0 : minute }))) return
  const mine = await readBefore(tools.store, post, reads.mine)
  for (const row of listIn(objectIn(mine?.body)['rows'])) {
    const id = textIn(objectIn(row['record']), 'id')
    await readNow(tools, post, reads.record(id))
  }
}

async function readIfOld(
  tools: Tools,
  { post, path, maxAgeMs }: { post: string; path: string; maxAgeMs: number },
): Promise<boolean> {
  const before = await readBefore(tools.store, post, path)
  if (before !== undefined && before.at > tools.now() - maxAgeMs) return false
  const reply = await readNow(tools, post, path)
  return reply.is === 'done'
}

function keyOf(post: string, path: string): string {
  return `${readPrefix}${post}|${path}`
}

const minute = 60_000
const halfDay = 12 * 3_600_000
