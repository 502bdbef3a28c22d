import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { loadRecordAt } from '../store/events.ts'
import { reached } from '../store/faults.ts'
import { objectIn } from '../store/json.ts'
import type { Step } from '../store/step.ts'
import type { Answer, AskDeps, AskRequest, Done, RecordRef } from './types.ts'

/** What is kept of an answer: enough to fold the rest from the events. */
type Stored = {
  readonly by: string
  readonly record: string
  readonly seq: number
  readonly opened: readonly RecordRef[]
}

export function answerOf(steps: readonly Step[]): Done {
  const [asked, ...opened] = steps
  if (asked === undefined) throw new Error('a commit without a step')
  const refs = opened.map(({ record: { id, kind, number } }) => ({ id, kind, number }))
  return { ok: true, record: asked.record, event: asked.event, opened: refs, again: false }
}

export function storedAnswer(request: AskRequest, { record, event, opened }: Done): Stored {
  return { by: askerOf(request.actor), record: record.id, seq: event.seq, opened }
}

/** The first answer to an ask that was done before; undefined when it was not. */
export async function answeredBefore(
  deps: AskDeps,
  { city, id, actor }: Pick<AskRequest, 'city' | 'id' | 'actor'>,
): Promise<Answer | undefined> {
  const row = await reached(() =>
    deps.db.read
      .selectFrom('ask')
      .select('answer')
      .where('city', '=', city)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const stored = objectIn<Stored>(row.answer)
  if (stored.by !== askerOf(actor)) return notYours
  const then = await loadRecordAt(deps, { city, record: stored.record, upTo: stored.seq })
  return then && { ok: true, ...then, opened: stored.opened, again: true }
}

function askerOf(actor: Actor): string {
  switch (actor.by) {
    case 'post':
      return `post:${actor.post.id}`
    case 'link':
      return `link:${actor.record}`
    case 'effect':
      return `effect:${actor.of}`
    case 'courier':
      return `courier:${actor.city}`
    case 'clock':
    case 'public':
      return actor.by
  }
}

const notYours: Refusal = {
  ok: false,
  refused: 'askIdTaken',
  says: '这次提交的编号已被用过,请刷新后重试',
  as: 'invalid',
}
