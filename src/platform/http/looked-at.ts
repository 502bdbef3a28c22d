import { ownContact } from '../../kernel/own-data.ts'
import { roleNames } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { EventRecord, RecordState } from '../../kernel/record.ts'
import { reached } from '../store/faults.ts'
import { isContentRef } from '../store/step.ts'
import { loadTexts } from '../store/texts.ts'
import { roleIn } from '../identity/posts.ts'
import type { HttpDeps } from './deps.ts'
import type { Known } from './readable.ts'
import { cityOf } from './who.ts'
import { cityIso } from './wire.ts'

/** Who looked at a person's contact, when and why, as the person is told: the unit and the post, not
 *  who holds it. */
export async function lookedAt(deps: HttpDeps, events: readonly EventRecord[]) {
  const looks = events.filter(({ type }) => type === 'ContactRevealed')
  if (looks.length === 0) return []
  const { city, world } = cityOf(deps)
  const reasons = looks.flatMap(({ input: { reason } }) =>
    isContentRef(reason) ? [reason.content] : [],
  )
  const ids = [...new Set(looks.map(({ post }) => post))]
  const [texts, posts] = await Promise.all([
    loadTexts(deps, city, reasons),
    reached(() =>
      deps.db.read
        .selectFrom('post')
        .select(['id', 'unit', 'role', 'title'])
        .where('city', '=', city)
        .where('id', 'in', ids)
        .execute(),
    ),
  ])
  const byId = new Map(posts.map((post) => [post.id, post]))
  return looks.map(({ at, post: id, input: { reason } }) => {
    const post = byId.get(id)
    const role = roleIn(post?.role ?? '')
    const title = post?.title || (role === undefined ? '' : roleNames[role])
    return {
      at: cityIso(at),
      unit: post === undefined ? '' : (world.directory.units.get(post.unit)?.name ?? ''),
      post: title,
      reason: (isContentRef(reason) ? texts.get(reason.content) : undefined) ?? '',
    }
  })
}

/** One's own contact, masked: the page may be open on another's screen. */
export function ownMask(kind: Kind, record: RecordState, { contacts }: Known) {
  const value = record.fields[ownContact(kind)?.[0] ?? '']
  const id =
    typeof value === 'object' && value !== null && 'contact' in value ? value.contact : undefined
  return id === undefined ? undefined : contacts.get(id)
}
