import { flagOf, isGiven, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { FactRow } from '../../../kernel/fact.ts'
import type { Context } from '../../../kernel/kind.ts'
import { dayOf, isDay, yearOf } from '../../../kernel/time.ts'
import { membersOf } from './members.ts'
import { summaryOf } from './summary.ts'

/** A unit's year beside its neighbours, from the year's own records: numbers, and a line for each. */
export function sumsOf(context: Context, year: number): Values {
  const rows = (name: string) => context.facts[name]?.rows ?? []
  const reportIns = rows('reportIns').filter((row) => isConfirmed(row) && openedIn(row) === year)
  const projects = rows('projects').filter((row) => yearIn(row, 'deliveredOn') === year)
  const bookings = rows('bookings').filter((row) => yearIn(row, 'day') === year)
  const usesOf = ({ id }: FactRow) =>
    bookings.filter(({ fields }) => fields['resource'] === id).length
  const resources = rows('resources').filter((row) => wasOpenIn(row, year) || usesOf(row) > 0)
  const agreements = [...rows('drafted'), ...rows('countersigned')].filter(
    (row) => isGiven(row.fields['signedOn']) && yearIn(row, 'signedOn') === year,
  )
  const promises = reportIns.flatMap(promisesOf)
  const { memberHours, memberLines } = membersOf(rows('members'), {
    year,
    isOver: yearOf(dayOf(context.at)) > year,
  })
  const numbers = {
    reportIns: reportIns.length,
    promised: promises.length,
    kept: promises.filter(({ isKept }) => isKept).length,
    projects: projects.length,
    judged: projects.filter(({ state }) => state === 'judged').length,
    good: projects.filter(({ fields }) => textOf(fields, 'communityRating') === 'good').length,
    served: total(projects, 'served') + total(bookings, 'people'),
    resources: resources.length,
    bookings: bookings.length,
    agreements: agreements.length,
    memberHours,
  }
  return {
    ...numbers,
    summary: `${summaryOf(year, numbers)}${isCut(context) ? cutWords : ''}`,
    promiseLines: lines(
      promises.map(
        ({ community, words, progress, isKept }) =>
          `${nameOf(context, community)}：${words}——${isKept ? '已兑现' : progress === '' ? '还没有践诺记录' : progress}`,
      ),
    ),
    projectLines: lines(projects.map((row) => projectLine(context, row))),
    resourceLines: lines(resources.map((row) => `${row.title}：使用 ${usesOf(row)} 次`)),
    memberLines,
  }
}

const isConfirmed = ({ state }: FactRow) => state === 'keeping' || state === 'evaluated'
const ratings: Readonly<Record<string, string>> = { good: '好', fair: '一般', poor: '差' }
const mostLines = 60
const cutWords = '记录太多，本账只汇总了最近的一部分。'

const openedIn = ({ openedAt }: FactRow) => yearOf(dayOf(openedAt))

/** The year of the day on which something happened; of its opening where no day was kept. */
function yearIn(row: FactRow, name: string): number {
  const day = textOf(row.fields, name) ?? ''
  return isDay(day) ? yearOf(day) : openedIn(row)
}

/** True when there was a day in the year on which the resource was the neighbours' to use. */
function wasOpenIn(row: FactRow, year: number): boolean {
  const isOver = row.state === 'closed'
  return openedIn(row) <= year && (!isOver || yearIn(row, 'closedOn') >= year)
}

/** True when there are more records than a fact gives. */
function isCut({ facts }: Context): boolean {
  return Object.values(facts).some(({ count, rows }) => count > rows.length)
}

function promisesOf({ fields }: FactRow) {
  return ['1', '2', '3']
    .filter((name) => isGiven(fields[`promise${name}`]))
    .map((name) => ({
      community: numberOf(fields, 'community'),
      words: textOf(fields, `promise${name}`) ?? '',
      progress: textOf(fields, `progress${name}`) ?? '',
      isKept: flagOf(fields, `kept${name}`),
    }))
}

function projectLine(context: Context, { title, fields }: FactRow): string {
  const rating = ratings[textOf(fields, 'communityRating') ?? '']
  const said = rating === undefined ? '还没有评价' : `社区评价“${rating}”`
  const words = textOf(fields, 'communityWords')
  const where = nameOf(context, numberOf(fields, 'community'))
  return `${where}：${title}，服务 ${numberOf(fields, 'served') ?? 0} 人次，${said}${words === undefined ? '' : `：${words}`}`
}

function total(rows: readonly FactRow[], name: string): number {
  return rows.reduce((sum, { fields }) => sum + (numberOf(fields, name) ?? 0), 0)
}

function nameOf({ world }: Context, unit: number | undefined): string {
  return world.directory.units.get(unit ?? 0)?.name ?? ''
}

/** As many lines as hang on a wall, and how many more there are. */
function lines(all: readonly string[]): string | null {
  if (all.length === 0) return null
  const left = all.length - mostLines
  return [...all.slice(0, mostLines), ...(left > 0 ? [`另有 ${left} 项`] : [])].join('\n')
}
