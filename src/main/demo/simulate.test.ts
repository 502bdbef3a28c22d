import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtInCommands } from '../../kernel/built-in.ts'
import { covers } from '../../kernel/directory.ts'
import type { Command, State } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { dayOf } from '../../kernel/time.ts'
import { declaredKinds } from '../registry.ts'
import { end, past, units } from './past/testing.ts'
import { halfYear } from './half-year.ts'
import type { Simulated, SimulatedLife } from './simulate.ts'

/** The kinds whose lives are played by scripts; samples show the others. */
const scripted = declaredKinds.filter(
  ({ group, name }) => group === 'command-response' && !/zone/u.test(name),
)

function digestOf(lives: Iterable<SimulatedLife>): string {
  const hash = createHash('sha256')
  for (const { steps } of lives)
    for (const { event, after, contents } of steps)
      hash.update(JSON.stringify([after.id, after.number, event, contents]))
  return hash.digest('hex')
}

describe('the past of the demo city', () => {
  it('is the same for the same seed, and another for another', () => {
    const first = digestOf(past(120).lives)
    expect(digestOf(past(120).lives)).toBe(first)
    expect(digestOf(past(120, 8).lives)).not.toBe(first)
  }, 120_000)

  it('holds at least 20,000 appeals, 10,000 findings and 800 whistles in half a year', () => {
    expect(halfYear).toMatchObject({ appeals: 20_400, findings: 10_000, whistles: 800 })
    expect(past(halfYear.appeals).total).toBeGreaterThan(20_000 + 10_000 + 800)
  }, 120_000)
})

describe('a past of three thousand appeals', () => {
  let told: Simulated
  let lives: readonly SimulatedLife[] = []
  const last = (): readonly RecordState[] => lives.flatMap((life) => life.steps.at(-1)?.after ?? [])
  const share = (holds: (record: RecordState) => boolean) => {
    const appeals = last().filter((record) => record.kind === 'resident-appeal')
    return appeals.filter(holds).length / appeals.length
  }

  beforeAll(() => {
    told = past(3000)
    lives = [...told.lives]
  }, 240_000)

  it('has nobody ask what is refused: all act in their posts, in their turn', () => {
    expect(Object.fromEntries(told.refusals)).toEqual({})
  })

  it('shows every event that people and clocks can bring about', () => {
    const seen = new Set(lives.flatMap((life) => life.steps.map(({ event }) => event.type)))
    const wanted = scripted.flatMap((kind) => [
      ...asked(kind.starts),
      ...stateCommands(kind.states),
      ...Object.values(kind.parties ?? {}).flatMap((party) => stateCommands(party.states)),
    ])
    const never = [...new Set([...wanted, ...asked(builtInCommands)])].filter(
      (type) => !seen.has(type),
    )
    expect(never).toEqual([])
  })

  it('has passed through every state, and ends with open work in every state of an appeal', () => {
    const passed = new Set(
      lives.flatMap(({ kind, steps }) => steps.map(({ after }) => `${kind.name}.${after.state}`)),
    )
    const declared = scripted.flatMap((kind) =>
      Object.keys(kind.states).map((state) => `${kind.name}.${state}`),
    )
    expect(declared.filter((state) => !passed.has(state))).toEqual([])
    const street = units.find((unit) => unit.name === '华山街道办事处')
    const bureau = units.find((unit) => unit.name === '五华区城市管理局')
    const statesOf = (unit: number | undefined) =>
      new Set(
        last()
          .filter((record) => record.fields['lead'] === unit)
          .map(({ state }) => state),
      )
    const all = ['dispatched', 'handling', 'checking', 'suspended', 'answered', 'raised']
    expect([...statesOf(street?.id)]).toEqual(expect.arrayContaining(all))
    expect([...statesOf(bureau?.id)]).toEqual(expect.arrayContaining(all))
  })

  it('holds findings, whistles and all that follows them in proportion', () => {
    const counts = Map.groupBy(last(), ({ kind }) => kind)
    const count = (kind: string) => counts.get(kind)?.length ?? 0
    expect(count('grid-finding')).toBeGreaterThanOrEqual(1471)
    expectBetween(count('street-whistle'), [108, 128])
    expectBetween(count('department-evaluation'), [200, 400])
    expect(count('supervision-order')).toBeGreaterThan(10)
    expect(count('frequent-demand-project')).toBeGreaterThan(5)
    expect(count('joint-remediation')).toBeGreaterThan(5)
  })

  it('blows most whistles out of appeals; most units come in time, some are released', () => {
    const whistles = last().filter(({ kind }) => kind === 'street-whistle')
    const held = (wanted: (record: RecordState) => boolean) =>
      whistles.filter(wanted).length / whistles.length
    const parties = whistles.flatMap((record) => record.parties)
    const sum = (measure: string) =>
      whistles
        .flatMap(({ counted }) => Object.entries(counted))
        .reduce((total, [name, n]) => total + (name.startsWith(`${measure}@`) ? n : 0), 0)
    expectBetween(
      held(({ fields }) => fields['appeal'] !== undefined),
      [0.6, 0.8],
    )
    expectBetween(sum('arrivedInTime') / sum('called'), [0.7, 0.95])
    expectBetween(
      held(({ state }) => state === 'closed'),
      [0.7, 0.95],
    )
    expectBetween(parties.filter(({ state }) => state === 'released').length, [3, 60])
    expect(held(({ closedAt }) => closedAt === undefined)).toBeGreaterThan(0.03)
  })

  it('takes findings up as far as they must go, and tells their finders', () => {
    const findings = last().filter(({ kind }) => kind === 'grid-finding')
    const share = (holds: (record: RecordState) => boolean) =>
      findings.filter(holds).length / findings.length
    expectBetween(
      share(({ fields }) => fields['desk'] === fields['finder']),
      [0.4, 0.62],
    )
    expectBetween(
      share(({ fields }) => fields['lateAt'] !== undefined),
      [0.03, 0.15],
    )
    expectBetween(
      share(({ fields }) => fields['grid'] !== undefined),
      [0.4, 0.8],
    )
    const archived = findings.filter(({ state }) => state === 'archived')
    expect(archived.filter(({ fields }) => fields['heard'] === undefined)).toEqual([])
    expect(archived.filter(({ fields }) => fields['photos'] !== undefined)).toEqual([])
  })

  it('has the grid workers of the accounts wait for something and be asked for something', () => {
    const walkers = units.filter(({ type, parent }) => {
      const street = units.find((unit) => unit.name === '华山街道办事处')
      return type === 'community' && parent === street?.id
    })
    for (const walker of walkers.slice(0, 2)) {
      const own = last().filter(({ fields }) => fields['finder'] === walker.id)
      const states = own.filter(({ closedAt }) => closedAt === undefined).map(({ state }) => state)
      expect(states).toEqual(
        expect.arrayContaining(['reported', 'dispatched', 'handling', 'feedback']),
      )
    }
  })

  it('gives the street something late, something due today and something due this week', () => {
    const street = units.find((unit) => unit.name === '华山街道办事处')?.id
    const dues = last()
      .filter((record) => record.state === 'handling' && record.fields['lead'] === street)
      .flatMap((record) => record.clocks['limit']?.stages[0]?.due ?? [])
    expect(dues.filter((due) => due < end).length).toBeGreaterThanOrEqual(3)
    expect(dues.filter((due) => due >= end && dayOf(due) === dayOf(end)).length).toBeGreaterThan(1)
    expect(dues.filter((due) => dayOf(due) > dayOf(end)).length).toBeGreaterThan(3)
  })

  it('never runs back, and never beyond its end', () => {
    const broken = lives.filter(({ steps }) =>
      steps.some(({ event }, at) => event.at > end || event.at < (steps[at - 1]?.event.at ?? 0)),
    )
    expect(broken).toEqual([])
  })

  it('leaves no clock due in the past', () => {
    const due = last().flatMap((record) =>
      Object.values(record.clocks).flatMap((clock) =>
        clock.pausedAt !== undefined
          ? []
          : clock.stages.filter((stage) => !stage.fired && stage.due <= end),
      ),
    )
    expect(due).toEqual([])
  })

  it('is lived as cities live: most is solved in time, some is late, some comes back', () => {
    expectBetween(
      share(({ fields }) => fields['lateAt'] !== undefined),
      [0.02, 0.16],
    )
    expectBetween(
      share(({ fields }) => fields['outcome'] === 'solved'),
      [0.35, 0.75],
    )
    expectBetween(
      share(({ fields }) => fields['returns'] !== undefined),
      [0.03, 0.1],
    )
    expectBetween(
      share(({ fields }) => fields['reopenings'] !== undefined),
      [0.02, 0.15],
    )
    expectBetween(
      share(({ fields }) => fields['recurrenceOf'] !== undefined),
      [0.01, 0.1],
    )
    expectBetween(
      share(({ fields }) => fields['reporter'] !== undefined),
      [0.6, 0.85],
    )
    expectBetween(
      share(({ place }) => covers(530_102, place)),
      [0.12, 0.3],
    )
  })
})

function asked(commands: Readonly<Record<string, Command>>): readonly string[] {
  return Object.values(commands)
    .filter(({ by }) => by.some((who) => who !== 'effect'))
    .map(({ records }) => records)
}

function stateCommands(states: Readonly<Record<string, State>>): readonly string[] {
  return Object.values(states).flatMap((state) => asked(state.commands ?? {}))
}

function expectBetween(share: number, [least, most]: readonly [number, number]): void {
  expect(share).toBeGreaterThan(least)
  expect(share).toBeLessThan(most)
}
