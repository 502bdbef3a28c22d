import { numberOf } from '../../../kernel/field.ts'
import { type Context, defineKind } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import {
  anyUnit,
  dayParts,
  forms,
  liesAhead,
  reader,
  staff,
  topics,
  unitOf,
  weekdays,
} from '../market-parts.ts'

const basis = '整合盘活信息、阵地、文化、服务等实现资源共享'

const fields = {
  title: { type: 'text', label: '资源', required: true, min: 4, max: 60 },
  form: { type: 'choice', label: '资源类型', required: true, options: forms },
  topic: { type: 'choice', label: '服务类别', required: true, options: topics },
  weekdays: { type: 'choices', label: '开放日', required: true, options: weekdays },
  hours: { type: 'choices', label: '开放时段', required: true, options: dayParts },
  conditions: { type: 'code', label: '使用条件', required: true, min: 2, max: 300 },
  scope: {
    type: 'area',
    label: '开放范围',
    required: true,
    of: ['city', 'district', 'street', 'community'],
    help: '范围内的社区都可以预约',
  },
  spot: { type: 'code', label: '地点', max: 100 },
  until: { type: 'day', label: '开放到' },
  unit: { type: 'unit', label: '提供单位' },
  booked: { type: 'number', label: '被预约次数' },
  used: { type: 'number', label: '已使用次数' },
  joined: { type: 'number', label: '参与项目数' },
  closedOn: { type: 'day', label: '停止开放日期' },
} as const

const terms = {
  weekdays: fields.weekdays,
  hours: fields.hours,
  conditions: fields.conditions,
  scope: fields.scope,
  spot: fields.spot,
  until: fields.until,
} as const
const opened = { title: fields.title, form: fields.form, topic: fields.topic, ...terms } as const

const counts = {
  noteBooked: {
    label: '被预约',
    by: ['effect'],
    records: 'ResourceBooked',
    says: '被预约一次',
    sets: ['oneMoreBooking'],
  },
  noteUsed: {
    label: '已使用',
    by: ['effect'],
    records: 'ResourceUsed',
    says: '按预约使用一次',
    sets: ['oneMoreUse'],
  },
  noteJoined: {
    label: '参与项目',
    by: ['effect'],
    records: 'ResourceJoined',
    says: '参与一个共建项目',
    sets: ['oneMoreProject'],
  },
} as const

const close = {
  label: '不再开放',
  by: ['unit'],
  records: 'ResourceClosed',
  says: '不再开放',
  sets: ['closesToday'],
  to: 'closed',
  grave: true,
} as const

const expire = {
  label: '开放到期',
  by: ['clock'],
  records: 'ResourceExpired',
  says: '开放期限已到',
  sets: ['closesToday'],
  to: 'closed',
  tells: ['unit'],
} as const

/** 资源清单: what a unit opens to its neighbours, when, to whom and on what conditions. */
export const unitResource = defineKind({
  name: 'unit-resource',
  label: '共享资源',
  group: 'cobuild-integration',
  systems: ['three-lists', 'resource-sharing'],
  version: 1,
  about: '单位走出大院、打通围墙：登记能共享的场地、人才、设备、服务、资金，写明时段、条件和范围。',
  fields,
  title: 'title',
  slots: { k1: 'topic', k2: 'form', n1: 'unit', n2: 'scope', t1: 'until' },
  searched: ['title'],
  relations: {
    anyUnit,
    unit: { label: '提供单位', roles: staff, is: { seat: 'unit' } },
    reader,
  },
  see: ['reader'],
  seats: { unit: { label: '提供单位', is: { field: 'unit' } } },
  responsible: 'unit',
  countedBy: 'topic',
  starts: {
    open: {
      label: '开放资源',
      by: ['anyUnit'],
      input: opened,
      requires: ['endsAhead'],
      records: 'ResourceOpened',
      says: '开放：{title}',
      keeps: Object.keys(opened),
      sets: ['isOfTheUnit'],
      to: 'open',
    },
  },
  states: {
    open: {
      label: '开放中',
      is: 'resting',
      step: 1,
      commands: {
        change: {
          label: '改时段和条件',
          by: ['unit'],
          input: terms,
          requires: ['endsAhead'],
          records: 'ResourceTermsChanged',
          says: '改了开放时段或条件',
          keeps: Object.keys(terms),
        },
        pause: {
          label: '暂停开放',
          by: ['unit'],
          records: 'ResourcePaused',
          says: '暂停开放',
          to: 'paused',
          undo: 'resume',
        },
        close,
        expire,
        ...counts,
      },
    },
    paused: {
      label: '暂停开放',
      is: 'resting',
      step: 1,
      commands: {
        resume: {
          label: '恢复开放',
          by: ['unit'],
          records: 'ResourceResumed',
          says: '恢复开放',
          to: 'open',
        },
        close,
        expire,
        ...counts,
      },
    },
    closed: { label: '已停止', is: 'end', step: 2, commands: counts },
  },
  clocks: {
    opening: {
      label: '开放期限',
      stages: [{ limit: { until: 'until' }, asks: 'expire' }],
      runs: ['open', 'paused'],
      restarts: ['ResourceTermsChanged'],
      basis,
    },
  },
  mainClock: 'opening',
  rules: {
    endsAhead: liesAhead('until', '开放期限不能在今天以前', ({ at }) => dayOf(at)),
  },
  setters: {
    isOfTheUnit: ({ actor }) => ({
      fields: { unit: unitOf(actor) ?? null, booked: 0, used: 0, joined: 0 },
    }),
    closesToday: ({ at }) => ({ fields: { closedOn: dayOf(at) } }),
    oneMoreBooking: oneMore('booked'),
    oneMoreUse: oneMore('used'),
    oneMoreProject: oneMore('joined'),
  },
  counters: {
    opened: { label: '开放的资源', cohort: () => true },
    opening: { label: '开放资源', on: { start: true } },
    useful: {
      label: '用上的资源',
      cohort: ({ fields: own }) =>
        (numberOf(own, 'used') ?? 0) + (numberOf(own, 'joined') ?? 0) > 0,
    },
  },
})

function oneMore(name: string) {
  return ({ record }: Context) => ({
    fields: { [name]: (numberOf(record.fields, name) ?? 0) + 1 },
  })
}
