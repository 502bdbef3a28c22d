import { type Field, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import { type Command, defineKind, type Relation, type Setter } from '../../../kernel/kind.ts'
import { dayOf, startOfDay } from '../../../kernel/time.ts'
import { practiceIsOn } from '../../../kernel/world.ts'
import {
  begunBy,
  liesAtTheUnit,
  ownedFields,
  ownedRelations,
  ownedRules,
  ownedSeats,
  staff,
} from '../owned.ts'
import {
  dayAfter,
  dispatched,
  elapsed,
  endOfMonth,
  monthNames,
  notDispatched,
  notYetOn,
} from './months.ts'

const basis = '年初部署、每月调度、年底述职'
const name = 'monthly-dispatch'

const month = (at: number): Field => ({ type: 'code', label: `${at} 月调度`, max: 500 })
const months: Readonly<Record<string, Field>> = Object.fromEntries(
  monthNames.map((one, at) => [one, month(at + 1)]),
)

const fields = {
  unit: ownedFields.unit,
  year: ownedFields.year,
  superior: ownedFields.superior,
  office: ownedFields.office,
  title: { type: 'text', label: '年度安排', required: true, max: 60 },
  plan: { type: 'long', label: '年初部署的重点任务', required: true, min: 4, max: 1500 },
  passed: { type: 'number', label: '已过月份' },
  dueOn: { type: 'day', label: '本月调度期限' },
  ...months,
} as const

const planned = { ...begunBy, title: fields.title, plan: fields.plan } as const
const dispatchers: readonly string[] = ['committee', 'street', 'community', 'department']
const starter: Relation = {
  label: '党组织、部门',
  roles: staff,
  is: { unitType: dispatchers, over: 'place' },
}

const dispatch: Command = {
  label: '本月调度',
  by: ['unit'],
  input: { words: { type: 'code', label: '进展、问题和安排', required: true, max: 240 } },
  records: 'MonthDispatched',
  says: '调度：{words}',
  sets: ['notesMonth'],
  to: 'noted',
}
const passMonth: Command = {
  label: '本月结束',
  by: ['clock'],
  records: 'MonthPassed',
  says: '一个月结束',
  sets: ['closesMonth'],
  moves: [{ to: 'over', when: 'isDecember' }],
  to: 'due',
}

/** Each month that is over has its words, or the words that there was none (R046). */
const begins: Setter = ({ input, at, world }) => {
  const year = numberOf(input, 'year') ?? 0
  const before = Number(dayOf(at).slice(5, 7)) - 1
  const closed = monthNames.slice(0, before).map((one, index) => {
    const wasOn = practiceIsOn(world, name, startOfDay(dayAfter(year, index + 1)) - 1)
    return [one, wasOn ? notDispatched : notYetOn]
  })
  return {
    fields: {
      ...Object.fromEntries(closed),
      passed: before,
      dueOn: endOfMonth(year, before + 1),
    },
  }
}

/**
 * 每月调度: what a year set out to do is taken up every month. A month without a dispatch says so for
 * good, and the year's report quotes all twelve.
 */
export const monthlyDispatch = defineKind({
  name,
  label: '每月调度',
  group: 'appraisal-accountability',
  systems: ['plan-monthly-report-cycle'],
  version: 1,
  about: '年初部署、每月调度、年底述职：十二个月逐月记，没有调度的月份写明未调度，事后不补。',
  practices: [name],
  fields,
  title: 'title',
  slots: { n1: 'unit', n2: 'year', t1: 'dueOn' },
  searched: ['title', 'plan'],
  relations: { ...ownedRelations, starter },
  see: ['unit', 'office', 'above'],
  seats: ownedSeats,
  responsible: 'unit',
  starts: {
    plan: {
      label: '年初部署',
      by: ['starter'],
      input: planned,
      requires: ['isOwnUnit', 'isThisYear'],
      records: 'YearPlanned',
      says: '部署：{title}',
      keeps: Object.keys(planned),
      sets: ['liesAtTheUnit', 'begins'],
      to: 'due',
    },
  },
  states: {
    due: {
      label: '本月待调度',
      is: 'working',
      step: 1,
      expects: [{ seat: 'unit', command: 'dispatch', clock: 'month' }],
      commands: { dispatch, passMonth },
    },
    noted: {
      label: '本月已调度',
      is: 'resting',
      step: 1,
      commands: { dispatch, passMonth },
    },
    over: { label: '全年已结', is: 'end', step: 2 },
  },
  clocks: {
    month: {
      label: '本月调度',
      stages: [{ limit: { until: 'dueOn' }, asks: 'passMonth' }],
      runs: ['due', 'noted'],
      restarts: ['MonthPassed'],
      basis,
    },
  },
  mainClock: 'month',
  rules: {
    isOwnUnit: ownedRules.isOwnUnit,
    isThisYear: ownedRules.isThisYear,
    isDecember: {
      says: '一年还没有结束',
      basis,
      holds: ({ record }) => (numberOf(record.fields, 'passed') ?? 0) >= 12,
    },
  },
  setters: {
    liesAtTheUnit,
    begins,
    notesMonth: ({ input, record }) => {
      const own = current(record.fields)
      const words = [textOf(record.fields, own), textOf(input, 'words')].filter(
        (one) => one !== undefined,
      )
      return { fields: { [own]: words.join('；') } }
    },
    closesMonth: ({ record }) => {
      const own = current(record.fields)
      const passed = (numberOf(record.fields, 'passed') ?? 0) + 1
      const year = numberOf(record.fields, 'year') ?? 0
      return {
        fields: {
          [own]: textOf(record.fields, own) ?? notDispatched,
          passed,
          dueOn: passed < 12 ? endOfMonth(year, passed + 1) : null,
        },
      }
    },
  },
  claims: {
    year: { label: '同一单位同一年度的部署', fields: ['unit', 'year'], while: 'always' },
  },
  counters: {
    elapsed: {
      label: '应当调度、已经过去的月份',
      cohort: ({ fields: now }) => elapsed(now, numberOf(now, 'passed') ?? 0),
    },
    dispatched: {
      label: '有调度的月份',
      cohort: ({ fields: now }) => dispatched(now, numberOf(now, 'passed') ?? 0),
    },
  },
})

/** The month now under way, by those that are over. */
function current(values: Values): string {
  return monthNames[numberOf(values, 'passed') ?? 0] ?? 'month12'
}
