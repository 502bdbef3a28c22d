import { relationsOf } from '../../../kernel/access.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { narrowest, type Place, placeOf } from '../../../kernel/directory.ts'
import type { Command, Kind } from '../../../kernel/kind.ts'
import { unopenedRecord } from '../../../kernel/record.ts'
import type { HeldPost } from '../../identity/posts.ts'
import type { CityState } from '../../world/city-state.ts'
import type { HttpDeps } from '../deps.ts'
import { absent, invalid, notAllowed } from '../errors.ts'
import { cityOf } from '../who.ts'
import { columnsOf, type InColumn, notBySheet } from './columns.ts'

/** Whose sheet it is, and what its rows begin. */
export type SheetAt = {
  readonly deps: HttpDeps
  readonly state: CityState
  readonly post: HeldPost
  readonly actor: Extract<Actor, { by: 'post' }>
  readonly kind: Kind
  readonly start: string
  readonly command: Command
  readonly columns: readonly InColumn[]
  /** Where a record lies of whose row says nothing: the area of the post's own unit. */
  readonly place: Place
}

/** What a post may bring in by sheet: exactly what it may begin. */
export function sheetAt(
  deps: HttpDeps,
  post: HeldPost,
  named: { readonly kind: string; readonly command: string },
): SheetAt {
  const state = cityOf(deps)
  const kind = deps.registry.get(named.kind)
  const command = kind?.starts[named.command]
  if (kind === undefined || command === undefined) throw absent('没有这类事项')
  const why = notBySheet(command)
  if (why !== undefined) throw invalid(why)
  const { directory } = state.world
  const own = directory.units.get(post.unit)?.area ?? state.city
  const place = placeOf(directory, own) ?? { city: state.city }
  const { id, person, unit, role } = post
  const actor = { by: 'post', post: { id, person, unit, role } } as const
  const record = unopenedRecord({ kind: kind.name, place, openedAt: deps.now() })
  const relations = relationsOf(kind, { world: state.world, record, actor })
  if (!command.by.some((name) => relations.has(name)))
    throw notAllowed('您当前的岗位不能新建这类事项，也就不能导入')
  const columns = columnsOf(kind, command)
  return { deps, state, post, actor, kind, start: named.command, command, columns, place }
}

/** The code of the area that stands for a row without one. */
export function ownArea({ place }: SheetAt): number {
  return narrowest(place)
}

/** Rows are told of together, by a commit that waits for the disk and so for all before it. */
export function withoutWaiting(at: SheetAt): SheetAt {
  const { db } = at.deps
  return { ...at, deps: { ...at.deps, db: { ...db, writer: db.late } } }
}
