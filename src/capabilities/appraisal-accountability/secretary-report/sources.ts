import { numberOf, textOf } from '../../../kernel/field.ts'
import type { FactRef, FactRow, RecordFact } from '../../../kernel/fact.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'

/** Where a report or a section says whose it is and of which year. */
type Whose = (name: 'reporter' | 'host' | 'year') => FactRef

type Source = {
  readonly fact: (of: Whose) => RecordFact
  readonly says: (row: FactRow) => string
  /** Which of the rows the report of a year speaks of. */
  readonly of?: (row: FactRow, year: number) => boolean
}

/** Where the sections find the year's own records: each is told in one line. */
export const sources: Readonly<Record<string, Source>> = {
  problems: {
    fact: byUnit('appraisal-problem'),
    of: (row) => row.state !== 'withdrawn',
    says: became({ closed: '已销号', settled: '已销号' }, '没有销号'),
  },
  promises: {
    fact: byUnit('public-commitment'),
    of: ofTheTwoYears,
    says: became({ kept: '已兑现', notKept: '未兑现' }, '践诺中'),
  },
  projects: {
    fact: byUnit('secretary-project'),
    of: ofTheTwoYears,
    says: became({ accepted: '已验收', stopped: '已终止' }, '实施中'),
  },
  deeds: {
    fact: byUnit('practical-deed'),
    of: ofTheTwoYears,
    says: became({ done: '已办成', declined: '未立项', stopped: '已终止' }, '办理中'),
  },
  points: {
    fact: byUnit('secretary-contact-point'),
    of: ({ fields }, year) => fields['year'] === year,
    says: ({ title, fields }) =>
      `${title}（到点 ${count(fields, 'visits')} 次，发现问题 ${count(fields, 'problems')} 个，帮助解决 ${count(fields, 'solved')} 个）`,
  },
  grassroots: {
    fact: (of) => ({ kind: 'field-reception', where: { host: of('reporter') }, want: 'list' }),
    of: ({ state, fields }, year) =>
      ['receiving', 'concluded'].includes(state) && yearOfDay(textOf(fields, 'onDay')) === year,
    says: ({ title, fields }) =>
      `${title}（${textOf(fields, 'onDay') ?? ''}，提出诉求 ${count(fields, 'raised')} 件，解决 ${count(fields, 'solved')} 件）`,
  },
  shortcomings: {
    fact: byUnit('shortcoming'),
    // What was found before and is still open is answered for as well.
    of: ({ state, openedAt }, year) => {
      const found = yearOf(dayOf(openedAt))
      return state !== 'dismissed' && (found === year || (found < year && state !== 'solved'))
    },
    says: became({ solved: '已销号' }, '没有销号'),
  },
  actions: {
    fact: (of) => ({
      kind: 'special-action',
      where: { superior: of('host'), year: of('year') },
      want: 'list',
    }),
    of: ({ state, fields }) => fields['isTopic'] === true && state !== 'cancelled',
    says: became({ concluded: '已结束' }, '进行中'),
  },
  demands: {
    fact: (of) => ({
      kind: 'frequent-demand-project',
      where: { leader: of('reporter') },
      want: 'list',
    }),
    of: isOfPeriod,
    says: (row) => {
      const [before, after] = [numberOf(row.fields, 'before'), numberOf(row.fields, 'after')]
      const counted = after === undefined ? '还没有计数' : `治理后 ${after} 件`
      return `${row.title}：治理前 ${before ?? 0} 件，${counted}`
    },
  },
}

export function byUnit(kind: string): Source['fact'] {
  return (of) => ({ kind, where: { unit: of('reporter') }, want: 'list' })
}

function became(words: Readonly<Record<string, string>>, otherwise: string) {
  return (row: FactRow) => `${row.title}（${words[row.state] ?? otherwise}）`
}

/** What was begun this year or the year before: a report answers for what was promised then. */
function ofTheTwoYears({ fields }: FactRow, year: number): boolean {
  const own = count(fields, 'year')
  return own === year || own === year - 1
}

/** R021: the year lies between the days that were counted first and those compared with them. What
 *  is not compared yet goes on as long as it is worked on. */
function isOfPeriod({ state, openedAt, fields }: FactRow, year: number): boolean {
  const from = yearOfDay(textOf(fields, 'from')) ?? yearOf(dayOf(openedAt))
  const isOver = ['closed', 'declined', 'givenUp'].includes(state)
  const untold = isOver ? yearOf(dayOf(openedAt)) : year
  return from <= year && year <= (yearOfDay(textOf(fields, 'compareTo')) ?? untold)
}

function yearOfDay(day: string | undefined): number | undefined {
  return day === undefined ? undefined : yearOf(day)
}

function count(fields: FactRow['fields'], name: string): number {
  return numberOf(fields, name) ?? 0
}
