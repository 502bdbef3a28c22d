import { v5 } from 'uuid'
import { type Post, type Role, roleNames } from '../../kernel/actor.ts'
import type { Unit } from '../../kernel/directory.ts'
import { gridsOf } from './grids.ts'
import { inventPeople } from './people.ts'
import { seededRandom } from './random.ts'

export type DemoPost = Post & { readonly title: string }
export type DemoStaff = {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly posts: readonly DemoPost[]
}

/** Invented holders of all the posts that units of these types need, the same at every start. */
export function demoStaff(units: readonly Unit[]): DemoStaff {
  const wanted = units.flatMap((unit) =>
    rolesOf(unit).map((role, place) => ({ unit: unit.id, role, place })),
  )
  const people = inventPeople(seededRandom(SEED), wanted.length)
  const posts = wanted.map(({ unit, role, place }) => ({
    id: v5(`post|${unit}|${place}`, SPACE),
    person: v5(`person|${unit}|${place}`, SPACE),
    unit,
    role,
    title: roleNames[role],
  }))
  return {
    people: posts.map((post, index) => ({ id: post.person, name: people[index]?.name ?? '' })),
    posts,
  }
}

const SEED = 530_100
const SPACE = '7f2f0c5e-7d1b-5c0a-8e53-4a2b6c9d1e70'

/** A community has one who walks each of its grids. */
function rolesOf({ type, area }: Unit): readonly Role[] {
  const roles = ROLES[type] ?? []
  return type === 'community'
    ? [...roles, ...gridsOf(area).map(() => 'gridWorker' as const)]
    : roles
}

const ROLES: Readonly<Record<string, readonly Role[]>> = {
  'city-hotline': ['agent', 'agent', 'agent', 'agent', 'dispatcher', 'dispatcher', 'head'],
  'district-centre': ['agent', 'agent', 'dispatcher', 'dispatcher', 'head'],
  'callback-centre': ['caller', 'caller', 'caller', 'head'],
  supervision: ['supervisor', 'head'],
  arbiter: ['arbiter', 'head'],
  committee: ['leader', 'secretary', 'clerk'],
  government: ['leader', 'head', 'clerk'],
  organisation: ['head', 'clerk'],
  department: ['clerk', 'clerk', 'head'],
  street: ['clerk', 'clerk', 'dispatcher', 'head', 'leader', 'secretary'],
  'street-office': ['clerk', 'head'],
  community: ['worker', 'secretary'],
}
