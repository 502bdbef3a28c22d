import type { RecordFact } from '../../../kernel/fact.ts'
import { numberOf } from '../../../kernel/field.ts'
import { type Context, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'
import { anyUnit, cityMaySet, liesWith, reader, sharing, staff, unitOf } from '../market-parts.ts'
import { sumsOf } from './sums.ts'

const count = (label: string) => ({ type: 'number', label }) as const
const list = (label: string) => ({ type: 'code', label, max: 12_000 }) as const

const fields = {
  name: { type: 'text', label: '名称', max: 80 },
  year: {
    type: 'number',
    label: '年度',
    min: 2000,
    max: 2100,
    help: '不填就是今年；一、二月里是去年',
  },
  unit: { type: 'unit', label: '单位' },
  drawnOn: { type: 'day', label: '截至' },
  summary: { type: 'code', label: '一年小结', max: 1000 },
  reportIns: count('报到社区'),
  promised: count('承诺'),
  kept: count('兑现承诺'),
  projects: count('共建项目'),
  judged: count('双方评价的项目'),
  good: count('社区评价为好'),
  served: count('服务人次'),
  resources: count('开放资源'),
  bookings: count('资源使用次数'),
  agreements: count('共建协议'),
  memberHours: count('党员服务小时'),
  promiseLines: list('承诺践诺'),
  projectLines: list('共建项目清单'),
  resourceLines: list('资源清单'),
  memberLines: list('在职党员服务'),
  outlook: { type: 'code', label: '明年打算', max: 500 },
} as const

const ofUnit = (kind: string, slot = 'unit', states?: readonly string[]): RecordFact => ({
  kind,
  where: { [slot]: { own: 'asker' } },
  ...(states === undefined ? {} : { states }),
  want: 'list',
})
const sources = [
  'reportIns',
  'projects',
  'resources',
  'bookings',
  'drafted',
  'countersigned',
  'members',
]

/**
 * 单位共建账: what a unit did with its neighbours in a year, drawn from the year's own records so
 * that nobody writes it up, to print and hang on the wall.
 */
export const unitBalance = defineKind({
  name: 'unit-balance',
  label: '单位共建账',
  group: 'cobuild-integration',
  systems: ['unit-report-in', 'three-lists'],
  version: 1,
  about: '单位一年的报到、承诺、项目、资源、协议和服务，从记录里自动汇成一张账，可以打印。',
  fields,
  title: 'name',
  slots: { n1: 'unit', n2: 'year' },
  relations: {
    anyUnit,
    unit: { label: '本单位', roles: staff, is: { seat: 'unit' } },
    reader,
  },
  see: ['reader'],
  seats: { unit: { label: '本单位', is: { field: 'unit' } } },
  responsible: 'unit',
  starts: {
    draw: {
      label: '出一年共建账',
      by: ['anyUnit'],
      input: { year: fields.year },
      requires: ['yearHasBegun'],
      records: 'BalanceDrawn',
      says: '汇出一年共建账',
      sets: ['sumsUp', 'names'],
      facts: sources,
      to: 'drawn',
    },
  },
  states: {
    drawn: {
      label: '待定稿',
      is: 'working',
      step: 1,
      expects: [{ seat: 'unit', command: 'issue', clock: 'issuing' }],
      commands: {
        redraw: {
          label: '重新汇总',
          by: ['unit'],
          records: 'BalanceRedrawn',
          says: '按最新记录重新汇总',
          sets: ['sumsUp'],
          facts: sources,
        },
        issue: {
          label: '定稿',
          by: ['unit'],
          input: { outlook: fields.outlook },
          requires: ['somethingWasDone'],
          records: 'BalanceIssued',
          says: '定稿',
          keeps: ['outlook'],
          to: 'issued',
        },
        noteUnissued: {
          label: '没有定稿',
          by: ['clock'],
          records: 'BalanceUnissued',
          says: '共建账还没有定稿',
          tells: ['unit'],
        },
      },
    },
    issued: { label: '已定稿', is: 'end', step: 2 },
  },
  clocks: {
    issuing: {
      label: '定稿',
      stages: [{ limit: { parameter: 'balance.issuing' }, asks: 'noteUnissued' }],
      runs: ['drawn'],
      basis: cityMaySet,
    },
  },
  mainClock: 'issuing',
  documents: {
    balance: {
      label: '一年共建账',
      heading: '{title}',
      parts: [
        { field: 'summary' },
        { heading: '承诺践诺', field: 'promiseLines' },
        { heading: '共建项目', field: 'projectLines' },
        { heading: '开放资源', field: 'resourceLines' },
        { heading: '在职党员服务', field: 'memberLines' },
        { heading: '明年打算', field: 'outlook' },
      ],
      signs: { seat: 'unit', day: 'drawnOn' },
    },
  },
  facts: {
    reportIns: ofUnit('unit-report-in'),
    projects: ofUnit('cobuild-project', 'unit', ['delivered', 'judged']),
    resources: ofUnit('unit-resource'),
    bookings: ofUnit('resource-booking', 'owner', ['used']),
    drafted: ofUnit('cobuild-agreement', 'drafter'),
    countersigned: ofUnit('cobuild-agreement', 'other'),
    members: ofUnit('member-report-in'),
  },
  rules: {
    yearHasBegun: {
      says: '这一年还没有开始',
      basis: sharing,
      input: true,
      holds: ({ input, at }) => (numberOf(input, 'year') ?? 0) <= yearOf(dayOf(at)),
    },
    somethingWasDone: {
      says: '这一年还没有可记的共建事项',
      instead: '可以先到社区报到，或开放一项资源',
      basis: sharing,
      holds: ({ record }) =>
        ['reportIns', 'projects', 'resources', 'agreements', 'memberHours'].some(
          (name) => (numberOf(record.fields, name) ?? 0) > 0,
        ),
    },
  },
  setters: {
    sumsUp: (context) => ({
      fields: {
        ...sumsOf(context, yearIn(context)),
        year: yearIn(context),
        drawnOn: dayOf(context.at),
      },
    }),
    names: (context) => {
      const unit = unitOf(context.actor)
      const name = context.world.directory.units.get(unit ?? 0)?.name ?? ''
      return {
        fields: { unit: unit ?? null },
        title: `${name}${yearIn(context)}年共建账`,
        ...liesWith(context, unit),
      }
    },
  },
  claims: { year: { label: '本单位这一年的共建账', fields: ['unit', 'year'], while: 'always' } },
  counters: { issued: { label: '定稿的共建账', cohort: ({ state }) => state === 'issued' } },
  parameters: {
    'balance.issuing': limitParameter('共建账定稿时限', { qty: 10, unit: 'working-day' }),
  },
})

/** A balance is drawn when the year ends or soon after: in January the last year is meant. */
function yearIn({ input, record, at }: Context): number {
  const today = dayOf(at)
  const isEarly = Number(today.slice(5, 7)) <= lastEarlyMonth
  const usual = yearOf(today) - (isEarly ? 1 : 0)
  return numberOf(input, 'year') ?? numberOf(record.fields, 'year') ?? usual
}

const lastEarlyMonth = 2
