import type { Actor } from '../../../../kernel/actor.ts'
import type { Party, RecordState } from '../../../../kernel/record.ts'
import { unit } from '../../../../kernel/testing.ts'

/** The second, naive statement of who may do what with a whistle of the front street. It uses
 *  nothing of the engine: the town's units by number, and lists written out by hand. */
export type Naive = ReadonlySet<string>

const working = ['clerk', 'dispatcher', 'head', 'worker']
const ruling = ['arbiter', 'head']

export function naive(actor: Actor, record: RecordState): Naive {
  if (actor.by !== 'post') return new Set()
  const { unit: mine, role } = actor.post
  const is = new Set<string>()
  const add = (name: string, holds: boolean) => (holds ? is.add(name) : is)
  const works = working.includes(role)
  add('street', works && mine === unit.street)
  add('lead', works && mine === record.fields['lead'])
  for (const party of record.parties) add(party.role, works && party.unit === mine)
  add('arbiter', ruling.includes(role) && mine === unit.arbiter)
  add('cityArbiter', ruling.includes(role) && mine === unit.cityArbiter)
  const supervises = mine === unit.supervision || mine === unit.citySupervision
  add('supervisor', supervises && ['supervisor', 'head'].includes(role))
  add('leader', role === 'leader' && (mine === unit.committee || mine === unit.street))
  return is
}

const running = {
  setPlan: ['street', 'lead'],
  call: ['street'],
  progress: ['street', 'department', 'peer'],
  nudge: ['street', 'supervisor', 'leader'],
  supervise: ['street'],
}
const table: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  responding: running,
  handling: running,
  accepting: { accept: ['street'], sendBack: ['street'] },
}
const ofParty: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  called: { sign: ['self'], dispute: ['self'], nudge: ['street', 'supervisor'] },
  signed: { arrive: ['self'], dispute: ['self'], nudge: ['street', 'supervisor'] },
  arrived: { finish: ['self'], nudge: ['street', 'supervisor'] },
  disputed: { release: ['ruler'], uphold: ['ruler'] },
}

/** What one post may ask, a party's command written 'role/unit/command'. */
export function allowed(actor: Actor, record: RecordState): readonly string[] {
  const who = naive(actor, record)
  if (who.size === 0 || actor.by !== 'post') return []
  const mine = actor.post.unit
  const isOut = record.parties.some((one) => one.unit === mine && one.state === 'released')
  const own = named(table[record.state] ?? {}, who).filter(
    (command) => !(command === 'progress' && isOut),
  )
  const isOpen = record.state === 'responding' || record.state === 'handling'
  const nobodyCame = record.parties.every(({ state }) => state !== 'arrived' && state !== 'done')
  const allDone = record.parties.every(({ state }) => state === 'done' || state === 'released')
  const more = [
    ...(isOpen && nobodyCame && who.has('street') ? ['cancel'] : []),
    ...(isOpen && record.fields['lead'] === undefined && who.has('street') ? ['nameLead'] : []),
    ...(record.state === 'handling' && allDone && who.has('lead') ? ['submit'] : []),
  ]
  return [
    ...own,
    ...more,
    ...record.parties.flatMap((party) => within(party, { record, who, mine })),
  ]
}

function within(
  party: Party,
  { record, who, mine }: { record: RecordState; who: Naive; mine: number },
): readonly string[] {
  const byCity = party.unit === unit.cityBureau || party.unit === unit.foreignStreet
  const parts = new Set([
    ...who,
    ...(party.unit === mine ? ['self'] : []),
    ...(who.has(byCity ? 'cityArbiter' : 'arbiter') ? ['ruler'] : []),
  ])
  const isOpen = party.state === 'arrived' && party.fields['arrival'] === 'stated'
  return [
    ...named(ofParty[party.state] ?? {}, parts).filter(
      (command) => !(command === 'dispute' && party.fields['ruled'] === true),
    ),
    ...(isOpen && who.has('street') ? ['confirmArrival', 'disputeArrival'] : []),
    ...(party.state === 'done' && record.state === 'handling' && who.has('street')
      ? ['again']
      : []),
  ].map((command) => `${party.role}/${party.unit}/${command}`)
}

function named(
  commands: Readonly<Record<string, readonly string[]>>,
  who: ReadonlySet<string>,
): readonly string[] {
  return Object.entries(commands)
    .filter(([, parts]) => parts.some((part) => who.has(part)))
    .map(([command]) => command)
}
