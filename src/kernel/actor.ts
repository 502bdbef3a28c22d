/** What a post lets its holder do; a post is one role in one unit, for a time. */
export type Role =
  | 'agent'
  | 'dispatcher'
  | 'clerk'
  | 'head'
  | 'leader'
  | 'caller'
  | 'arbiter'
  | 'supervisor'
  | 'worker'
  | 'gridWorker'
  | 'secretary'
  | 'admin'
  | 'security'
  | 'auditor'

/** The three administrators (三员): they look after the platform and take no part in its business. */
export const officeRoles = ['admin', 'security', 'auditor'] as const satisfies readonly Role[]
export type OfficeRole = (typeof officeRoles)[number]

export function isOffice(role: string): role is OfficeRole {
  return officeRoles.some((one) => one === role)
}

export type Post = {
  readonly id: string
  readonly person: string
  readonly unit: number
  readonly role: Role
}

/** Who asks. People act in one post, never "as everything they are"; the holder of a record's
 *  link is an actor with that one record. */
export type Actor =
  | { readonly by: 'post'; readonly post: Post }
  | { readonly by: 'link'; readonly record: string }
  | { readonly by: 'public' }
  | { readonly by: 'clock' }
  | { readonly by: 'effect'; readonly of: string }
  /** The platform of a neighbouring city, for what its own records ask. */
  | { readonly by: 'courier'; readonly city: number }

/** Relations that are the system's own: nobody signed in ever holds one. */
export const systemRelations: readonly string[] = ['clock', 'effect', 'courier']

export function isOfSystem(relation: string): boolean {
  return systemRelations.includes(relation)
}

/** How an event names its actor: a person, or the part the actor played. */
export function actorName(actor: Actor): string {
  if (actor.by === 'courier') return `courier:${actor.city}`
  return actor.by === 'post' ? actor.post.person : actor.by
}

export function actorPost(actor: Actor): string {
  return actor.by === 'post' ? actor.post.id : ''
}

export const roleNames: Readonly<Record<Role, string>> = {
  agent: '坐席员',
  dispatcher: '派单员',
  clerk: '经办人',
  head: '负责人',
  leader: '分管领导',
  caller: '回访员',
  arbiter: '裁定员',
  supervisor: '督查员',
  worker: '社区工作者',
  gridWorker: '网格员',
  secretary: '书记',
  admin: '系统管理员',
  security: '安全管理员',
  auditor: '安全审计员',
}
