import { type BallotQuestion, type BallotTotal, tallyFields } from '../../kernel/ballot.ts'
import { listOf, type Values } from '../../kernel/field.ts'
import { type Command, defineKind, type Kind } from '../../kernel/kind.ts'

/** Marks that are found wherever they stand, in a log of changes, too. */
const grades: BallotQuestion['choices'] = [
  { value: 'grade-excellent', label: '好' },
  { value: 'grade-fair', label: '较好' },
  { value: 'grade-plain', label: '一般' },
  { value: 'grade-poor', label: '差' },
]

const noteTally: Command = {
  label: '计票',
  by: ['effect'],
  input: tallyFields,
  records: 'Tallied',
  says: '发出 {handed} 票，收回 {cast} 票',
  keeps: ['cast', 'handed'],
  sets: ['grades'],
  to: 'counted',
}

/** A meeting on which people vote without names: on each reporter, and on a question of the day. */
export const voting: Kind = defineKind({
  name: 'test-meeting',
  label: '测试会议',
  group: 'testing',
  systems: [],
  version: 1,
  about: '测试用的会议',
  fields: {
    title: { type: 'text', label: '会议', required: true },
    host: { type: 'unit', label: '主办' },
    voters: { type: 'number', label: '参加测评人数' },
    until: { type: 'day', label: '会议日期' },
    cast: { type: 'number', label: '收回票' },
    handed: { type: 'number', label: '发出票' },
    best: { type: 'number', label: '好' },
  },
  title: 'title',
  relations: {
    host: { label: '主办', is: { seat: 'host' } },
    above: { label: '组织', roles: ['head'], is: { seat: 'host' } },
    reporter: { label: '述职', is: { party: 'reporter' } },
    anyPost: { label: '任何岗位', is: { anyone: 'post' } },
  },
  see: ['host', 'above', 'reporter'],
  seats: { host: { label: '主办', is: { field: 'host' } } },
  responsible: 'host',
  starts: {
    call: {
      label: '召开',
      by: ['anyPost'],
      input: {
        title: { type: 'text', label: '会议', required: true },
        host: { type: 'unit', label: '主办' },
        voters: { type: 'number', label: '参加测评人数' },
        until: { type: 'day', label: '会议日期' },
        reporters: { type: 'units', label: '述职单位' },
      },
      records: 'Called',
      says: '召开会议',
      keeps: ['title', 'host', 'voters', 'until'],
      sets: ['joins'],
      to: 'voting',
    },
  },
  states: {
    voting: {
      label: '测评',
      is: 'working',
      expects: [{ seat: 'host', command: 'noteTally', clock: 'day' }],
      commands: {
        noteTally,
        leave: {
          label: '散会',
          by: ['host'],
          records: 'Left',
          says: '散会',
          to: 'left',
        },
        dayOver: { label: '到期', by: ['clock'], records: 'DayOver', says: '到期' },
      },
    },
    left: { label: '散会，待计票', is: 'resting', commands: { noteTally } },
    counted: { label: '已计票', is: 'end' },
  },
  parties: {
    reporter: { label: '述职', start: 'in', states: { in: { label: '述职', is: 'resting' } } },
  },
  clocks: {
    day: {
      label: '会议日',
      stages: [{ limit: { until: 'until' }, asks: 'dayOver' }],
      runs: ['voting'],
      basis: '测试',
    },
  },
  rules: {},
  setters: {
    joins: ({ input }) => {
      const units = Array.isArray(input['reporters']) ? input['reporters'] : []
      return {
        join: units.flatMap((unit) =>
          typeof unit === 'number' ? [{ role: 'reporter', unit }] : [],
        ),
      }
    },
    grades: ({ record, input }) => ({
      join: record.parties.map(({ role, unit, fields }) => ({
        role,
        unit,
        fields: { ...fields, best: bestOf(input, unit) },
      })),
    }),
  },
  ballot: {
    label: '民主测评',
    opens: ['voting'],
    counts: ['left'],
    by: ['host'],
    reads: ['above'],
    eligible: 'voters',
    sheet: [
      { name: 'report', label: '述职', choices: grades, each: { parties: 'reporter' } },
      { name: 'meeting', label: '会议总体', choices: grades },
    ],
    tally: 'noteTally',
  },
})

/** Told only where it stands alone: together with its neighbour it is not known. */
function bestOf(input: Values, unit: number): number | null {
  const own = totalsOfParty(input, 'report', unit)
  return own.find(({ choices }) => choices.join() === 'grade-excellent')?.count ?? null
}

/** The totals a tally command was told. */
function tallyIn(input: Values): readonly BallotTotal[] {
  return listOf(input, 'tally').flatMap((text) => {
    const found = typeof text === 'string' ? /^(.+)=([^=]+)=(\d+)$/u.exec(text) : null
    const [, line = '', choices = '', count = ''] = found ?? []
    return found === null ? [] : [{ line, choices: choices.split('+'), count: Number(count) }]
  })
}

/** Totals of one party's line, by the name of its question. */
function totalsOfParty(input: Values, question: string, unit: number): readonly BallotTotal[] {
  return tallyIn(input).filter(({ line }) => line === `${question}:${unit}`)
}
