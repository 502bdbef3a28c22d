import { flagOf, isGiven, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { FactRow } from '../../../kernel/fact.ts'
import type { Context } from '../../../kernel/kind.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'
import { hoursField, lastHoursField, services } from '../member-report-in/fields.ts'

/** A unit's year beside its neighbours, from the year's own records: numbers, and a line for each. */
export function sumsOf(context: Context, year: number): Values {
  const reportIns = ofYear(context, 'reportIns', year).filter(isConfirmed)
  const projects = ofYear(context, 'projects', year).filter(({ state }) => isReal.includes(state))
  const resources = ofYear(context, 'resources', year)
  const bookings = ofYear(context, 'bookings', year).filter(({ state }) => state === 'used')
  const agreements = [
    ...ofYear(context, 'drafted', year),
    ...ofYear(context, 'countersigned', year),
  ].filter(({ fields }) => isGiven(fields['signedOn']))
  // Who moved or ended their report-in served all the same.
  const members = (context.facts['members']?.rows ?? []).map(({ fields }) => hoursIn(fields, year))
  const promises = reportIns.flatMap(promisesOf)
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
    memberHours: hours.reduce((sum, [, name]) => sum + served(members, name), 0),
  }
  return {
    ...numbers,
    summary: summaryOf(year, numbers),
    promiseLines: lines(
      promises.map(
        ({ community, words, progress, isKept }) =>
          `${nameOf(context, community)}：${words}——${isKept ? '已兑现' : progress === '' ? '还没有践诺记录' : progress}`,
      ),
    ),
    projectLines: lines(projects.map((row) => projectLine(context, row))),
    resourceLines: lines(
      resources.map(({ title, fields }) => `${title}：使用 ${numberOf(fields, 'used') ?? 0} 次`),
    ),
    memberLines: lines(
      hours
        .map(([label, name]) => [label, served(members, name)] as const)
        .filter(([, sum]) => sum > 0)
        .map(([label, sum]) => `${label} ${sum} 小时`),
    ),
  }
}

const isReal = ['underway', 'delivered', 'judged']
const isConfirmed = ({ state }: FactRow) => state === 'keeping' || state === 'evaluated'
const ratings: Readonly<Record<string, string>> = { good: '好', fair: '一般', poor: '差' }
const hours = services.map(({ value, label }) => [label, value] as const)

type Hours = Readonly<Partial<Record<keyof typeof hoursField, number>>>

/** The hours of one member in a year: a record holds its present year and the one before. */
function hoursIn(own: Values, year: number): Hours {
  const names =
    numberOf(own, 'year') === year
      ? hoursField
      : numberOf(own, 'lastYear') === year
        ? lastHoursField
        : undefined
  if (names === undefined) return {}
  return Object.fromEntries(services.map(({ value }) => [value, numberOf(own, names[value]) ?? 0]))
}

function served(members: readonly Hours[], sort: keyof typeof hoursField): number {
  return members.reduce((sum, own) => sum + (own[sort] ?? 0), 0)
}

function ofYear({ facts }: Context, name: string, year: number): readonly FactRow[] {
  return (facts[name]?.rows ?? []).filter(({ openedAt }) => yearOf(dayOf(openedAt)) === year)
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

function summaryOf(year: number, of: Readonly<Record<string, number>>): string {
  return [
    `${year} 年，本单位到 ${of['reportIns']} 个社区报到，作出承诺 ${of['promised']} 项，兑现 ${of['kept']} 项；`,
    `参与共建项目 ${of['projects']} 个，其中双方评价 ${of['judged']} 个，社区评价为好 ${of['good']} 个；`,
    `开放资源 ${of['resources']} 项，被使用 ${of['bookings']} 次；签署共建协议 ${of['agreements']} 份；`,
    `服务居民 ${of['served']} 人次，在职党员在社区服务 ${of['memberHours']} 小时。`,
  ].join('')
}

function total(rows: readonly FactRow[], name: string): number {
  return rows.reduce((sum, { fields }) => sum + (numberOf(fields, name) ?? 0), 0)
}

function nameOf({ world }: Context, unit: number | undefined): string {
  return world.directory.units.get(unit ?? 0)?.name ?? ''
}

/** As many lines as fit what a field holds. */
function lines(all: readonly string[]): string | null {
  return all.length === 0 ? null : all.slice(0, 60).join('\n')
}
