import { flagIn, listIn, type Loose, numberIn, objectIn, textIn } from '../../residents/net/read.ts'
import { findingKind } from '../outbox/entry.ts'

/** Who is signed in, as far as this page needs it. Kept on the device to go on without a line. */
export type Me = {
  readonly person: { readonly id: string; readonly name: string }
  readonly post: Post
  readonly posts: readonly Post[]
  /** Whether the post may report findings. */
  readonly reports: boolean
  readonly city: string
  readonly demo: boolean
  /** A password must be changed or a second factor set up, which is done on the office pages. */
  readonly mustFirst?: boolean
}

export type Post = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly role: string
  readonly area: number
}

export function meIn(body: unknown): Me {
  const from = objectIn(body)
  const person = objectIn(from['person'])
  return {
    person: { id: textIn(person, 'id'), name: textIn(person, 'name') },
    post: postIn(objectIn(from['post'])),
    posts: listIn(from['posts']).map(postIn),
    reports: listIn(from['starts']).some((start) => start['kind'] === findingKind),
    city: textIn(objectIn(from['city']), 'name'),
    demo: flagIn(from, 'demo'),
    mustFirst: textIn(from, 'mustFirst') !== '',
  }
}

/** Whether a post is one that this page is for. */
export function isOfTheGrid({ role }: Post): boolean {
  return role === 'gridWorker' || role === 'worker'
}

function postIn(from: Loose): Post {
  const unit = objectIn(from['unit'])
  return {
    id: textIn(from, 'id'),
    name: `${textIn(unit, 'name')} · ${textIn(from, 'roleName')}`,
    unit: textIn(unit, 'name'),
    role: textIn(from, 'role'),
    area: numberIn(unit, 'area'),
  }
}

/** Whether what the device kept is what this page keeps. */
export function isMe(value: unknown): value is Me {
  const { person, post, posts } = objectIn(value)
  return (
    textIn(objectIn(person), 'id') !== '' &&
    textIn(objectIn(post), 'id') !== '' &&
    Array.isArray(posts)
  )
}
