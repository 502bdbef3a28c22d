import { isOffice, type OfficeRole, type Post } from '../kernel/actor.ts'
import type { CityState } from '../platform/world/city-state.ts'

/** The entries of the main navigation that a post has work in. */
export function navOf(post: Post, { world }: CityState): readonly string[] {
  const unit = world.directory.units.get(post.unit)
  const level = unit === undefined ? undefined : world.directory.areas.get(unit.area)?.level
  const has = (name: string) => unit?.functions.includes(name) === true
  const is = (...roles: readonly Post['role'][]) => roles.includes(post.role)
  if (isOffice(post.role))
    return officeNav(post.role, { hasSettings: level === 'city' || level === 'district' })
  const entries: readonly (readonly [string, boolean])[] = [
    ['todo', true],
    ['grid', is('gridWorker', 'worker') && level === 'community'],
    ['appeals', true],
    ['desk', (has('intake') || has('dispatch')) && is('agent', 'dispatcher', 'head')],
    ['whistles', !is('agent', 'caller', 'gridWorker')],
    [
      'demands',
      (has('dispatch') || ['street', 'committee'].includes(unit?.type ?? '')) &&
        is('dispatcher', 'head', 'leader', 'secretary'),
    ],
    ['brief', is('leader', 'head', 'supervisor')],
    ['instructions', is('leader', 'head', 'supervisor', 'clerk', 'dispatcher')],
    ['rulings', has('ruling') || has('dispatch') || has('handle') || has('supervise')],
    [
      'meetings',
      ['committee', 'government', 'organisation', 'street', 'community'].includes(
        unit?.type ?? '',
      ) && is('leader', 'head', 'secretary', 'clerk', 'dispatcher'),
    ],
    [
      'reviews',
      ['committee', 'organisation', 'street', 'community'].includes(unit?.type ?? '') &&
        is('leader', 'head', 'secretary', 'clerk'),
    ],
    [
      'scores',
      mandated.includes(unit?.type ?? '') &&
        is('leader', 'head', 'supervisor', 'secretary', 'clerk'),
    ],
    ['linkage', linked.includes(unit?.type ?? '') && !is('gridWorker')],
    ['experience', !is('gridWorker', 'agent', 'caller')],
    ['guidance', ['committee', 'organisation', 'government'].includes(unit?.type ?? '')],
    ['market', is('clerk', 'head', 'leader', 'secretary', 'worker')],
    ['duty-list', true],
    ['mandate', mandated.includes(unit?.type ?? '') && !is('gridWorker', 'agent')],
    ['indicators', is('leader', 'head', 'supervisor', 'secretary', 'clerk')],
    ['overview', is('leader', 'head', 'supervisor', 'secretary')],
    ['kinds', true],
    [
      'reorganisation',
      ['arbiter', 'government', 'committee', 'organisation'].includes(unit?.type ?? '') &&
        is('clerk', 'head', 'arbiter') &&
        (level === 'city' || level === 'district'),
    ],
    ['deputies', !is('gridWorker')],
  ]
  return entries.filter(([, shown]) => shown).map(([name]) => name)
}

/** The three administrators look after the platform and see none of its business. */
function officeNav(role: OfficeRole, { hasSettings }: { hasSettings: boolean }): readonly string[] {
  if (role === 'security') return ['access', 'oversight', 'security-log']
  if (role === 'auditor') return ['access', 'security-log']
  return hasSettings ? ['reorganisation', 'access', 'settings'] : ['access']
}

/** The Party organisations of the four levels, and who works for them. */
const linked = ['committee', 'organisation', 'supervision', 'street', 'community']

/** Who decides what is sent to streets, who sends it, and who gets it; and so who is scored, and
 *  who scores them. */
const mandated = [
  'committee',
  'government',
  'organisation',
  'supervision',
  'arbiter',
  'department',
  'street',
]
