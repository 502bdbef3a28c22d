import { describe, expect, it } from 'vitest'
import {
  ballotLines,
  type BallotShape,
  fewestVotes,
  slipsFor,
  tallyFields,
  tallyInput,
  totalsIn,
} from './ballot.ts'
import { marksOf, totalsOf } from './ballot-count.ts'
import { ballotProblems } from './ballot-sound.ts'
import { defineKind, type Kind } from './kind.ts'

const choices = ['good', 'fair', 'plain', 'poor'].map((value) => ({ value, label: value }))
const shape: BallotShape = {
  label: '民主测评',
  opens: ['voting'],
  by: ['host'],
  reads: ['host'],
  eligible: 'voters',
  sheet: [
    { name: 'report', label: '述职', choices, each: { parties: 'reporter' } },
    { name: 'topic', label: '必考', choices, each: { field: 'topics' } },
    { name: 'meeting', label: '总体', choices },
  ],
  tally: 'noteTally',
}
const party = (unit: number, role = 'reporter') => ({
  unit,
  role,
  state: 'in',
  fields: {},
  clocks: {},
  joinedAt: 0,
})
const one = [{ key: 'meeting', label: '总体', choices }]

/** So many ballots for each choice, in order. */
function votes(...counts: readonly number[]) {
  return counts.flatMap((count, choice) => Array.from({ length: count }, () => [choice]))
}

function told(...counts: readonly number[]) {
  return totalsOf(one, votes(...counts)).map((total) => [total.choices.join('+'), total.count])
}

describe('the sheet', () => {
  it('has a line for each reporter by its unit, for each topic, and for the whole', () => {
    const record = {
      parties: [party(9), party(3), party(4, 'guest')],
      fields: { topics: ['党建', '治理'] },
    }
    expect(ballotLines(shape, record, (unit) => `单位${unit}`).map((line) => line.label)).toEqual([
      '述职：单位3',
      '述职：单位9',
      '必考：党建',
      '必考：治理',
      '总体',
    ])
  })

  it('leaves out parties that are in none of the states named', () => {
    const struckOff = { ...party(5), state: 'struckOff' }
    const [own] = shape.sheet
    const each = { parties: 'reporter', states: ['in'] }
    const sheet = own === undefined ? [] : [{ ...own, each }]
    const lines = ballotLines(
      { ...shape, sheet },
      { parties: [party(3), struckOff], fields: {} },
      String,
    )
    expect(lines.map(({ key }) => key)).toEqual(['report:3'])
  })

  it('is answered whole, with its own choices and nothing else', () => {
    expect(marksOf(one, { meeting: 'plain' })).toEqual([2])
    expect(marksOf(one, {})).toBeUndefined()
    expect(marksOf(one, { meeting: 'best' })).toBeUndefined()
    expect(marksOf(one, { meeting: 'plain', name: 'good' })).toBeUndefined()
    expect(marksOf([], {})).toBeUndefined()
  })

  it('makes as many slips as there are voters, and none where nobody said how many', () => {
    expect(slipsFor(shape, { voters: 30 })).toBe(30)
    expect([0, -1, 2.5, 2001].map((voters) => slipsFor(shape, { voters }))).toEqual(
      Array.from({ length: 4 }),
    )
    expect(slipsFor(shape, {})).toBeUndefined()
  })
})

describe('what is told of a count', () => {
  it('is nothing when fewer than five voted', () => {
    expect(told(4)).toEqual([])
    expect(told(5).slice(0, 1)).toEqual([['good', 5]])
  })

  it('is each choice where every one has five votes or none', () => {
    expect(told(20, 5, 0, 7)).toEqual([
      ['good', 20],
      ['fair', 5],
      ['plain', 0],
      ['poor', 7],
    ])
  })

  it('puts a choice that few gave together with its neighbour, so that nobody can subtract', () => {
    expect(told(20, 3, 0, 0)).toEqual([
      ['good+fair', 23],
      ['plain', 0],
      ['poor', 0],
    ])
    expect(told(20, 9, 2, 0)).toEqual([
      ['good', 20],
      ['fair+plain', 11],
      ['poor', 0],
    ])
    expect(told(20, 0, 0, 1)).toEqual([['good+fair+plain+poor', 21]])
  })

  it('never tells a number from one to four, and always adds up, whatever was cast', () => {
    for (let n = 0; n < 7 ** 4; n += 1) {
      const counts = [n % 7, Math.floor(n / 7) % 7, Math.floor(n / 49) % 7, Math.floor(n / 343)]
      const totals = totalsOf(one, votes(...counts))
      const cast = counts.reduce((all, count) => all + count, 0)
      if (cast < fewestVotes) expect(totals).toEqual([])
      else {
        expect(totals.reduce((all, { count }) => all + count, 0)).toBe(cast)
        expect(totals.flatMap((total) => total.choices)).toEqual(choices.map(({ value }) => value))
        expect(totals.filter(({ count }) => count > 0 && count < fewestVotes)).toEqual([])
      }
    }
  })

  it('reaches the record as it was counted', () => {
    const totals = [
      { line: 'topic:a=b', choices: ['good', 'fair'], count: 12 },
      { line: 'meeting', choices: ['poor'], count: 0 },
    ]
    const input = tallyInput(totals, { cast: 12, handed: 15 })
    expect(input).toMatchObject({ cast: 12, handed: 15 })
    expect(input['tally']).toEqual(['topic:a=b=good+fair=12', 'meeting=poor=0'])
    expect(totalsIn(['topic:a=b=good+fair=12', 'meeting=poor=0'])).toEqual(totals)
    expect(totalsIn(['meeting', 3])).toEqual([])
  })
})

describe('a declared vote', () => {
  const number = { type: 'number', label: '数' } as const
  const sound: Kind = defineKind({
    name: 'meeting',
    label: '会议',
    group: 'testing',
    systems: [],
    version: 1,
    about: '会议',
    fields: { voters: number, topics: { type: 'choices', label: '必考' } },
    title: 'title',
    relations: { host: { label: '主办', is: { seat: 'host' } } },
    see: ['host'],
    seats: {},
    responsible: 'host',
    starts: {},
    states: {
      voting: {
        label: '测评',
        is: 'working',
        commands: {
          noteTally: {
            label: '计票',
            by: ['effect'],
            input: tallyFields,
            records: 'Tallied',
            says: '计票',
          },
        },
      },
    },
    parties: { reporter: { label: '述职', start: 'in', states: {} } },
    rules: {},
    ballot: shape,
  })

  it('is sound when all it names is there', () => {
    expect(ballotProblems(sound)).toEqual([])
    const { ballot: _, ...none } = sound
    expect(ballotProblems(none)).toEqual([])
  })

  it.each<[string, Partial<BallotShape>]>([
    ['ballot: no state later', { opens: ['later'] }],
    ['ballot: opens in no state', { opens: [] }],
    ['ballot: no state after', { counts: ['after'] }],
    ['ballot: voting does not offer count to the system', { tally: 'count' }],
    ['ballot: no relation guest', { reads: ['guest'] }],
    ['ballot: nobody opens it', { by: [] }],
    ['ballot: no number field topics', { eligible: 'topics' }],
    ['ballot: asks nothing', { sheet: [] }],
    ['ballot: a needs two to nine choices', { sheet: [{ name: 'a', label: 'a', choices: [] }] }],
    [
      'ballot: a: no party guest',
      { sheet: [{ name: 'a', label: 'a', choices, each: { parties: 'guest' } }] },
    ],
    [
      'ballot: a: no state out of reporter',
      {
        sheet: [{ name: 'a', label: 'a', choices, each: { parties: 'reporter', states: ['out'] } }],
      },
    ],
    [
      'ballot: a: no field of choices voters',
      { sheet: [{ name: 'a', label: 'a', choices, each: { field: 'voters' } }] },
    ],
    ['ballot: asks a twice', { sheet: [1, 2].map(() => ({ name: 'a', label: 'a', choices })) }],
    [
      'ballot: a offers x=1, which is no plain name',
      {
        sheet: [{ name: 'a', label: 'a', choices: [...choices, { value: 'x=1', label: 'x' }] }],
      },
    ],
  ])('%s', (problem, change) => {
    expect(ballotProblems({ ...sound, ballot: { ...shape, ...change } })).toContain(problem)
  })
  it('is opened in no end, and may still be counted there', () => {
    const states = { voting: sound.states['voting'] ?? { label: '', is: 'end' as const } }
    const over = { ...sound, states: { ...states, over: { ...states.voting, is: 'end' as const } } }
    const opened = { ...over, ballot: { ...shape, opens: ['over'] } }
    expect(ballotProblems(opened)).toContain('ballot: opens in over, which is an end')
    const counted = { ...over, ballot: { ...shape, counts: ['over'] } }
    expect(ballotProblems(counted)).toEqual([])
  })
})
