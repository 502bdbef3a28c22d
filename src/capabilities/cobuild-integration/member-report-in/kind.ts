import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import { type Context, defineKind, limitParameter, type Setter } from '../../../kernel/kind.ts'
import { dayOf, isDay, yearOf } from '../../../kernel/time.ts'
import { cityMaySet, communityHere, isOfType, liesWith, staff, unitOf } from '../market-parts.ts'
import { fields, hoursField, lastHoursField, services } from './fields.ts'

const basis = '推动市、区两级在职党员到社区报到全覆盖：工作在单位、服务在社区、奉献双岗位'

const reported = { unit: fields.unit, promise: fields.promise, member: fields.member } as const
const served = {
  sort: { ...fields.sort, required: true },
  hours: { ...fields.hours, required: true },
  onDay: fields.onDay,
} as const

const yearServed = ({ input, at }: Pick<Context, 'input' | 'at'>): number => {
  const day = textOf(input, 'onDay') ?? ''
  return yearOf(isDay(day) ? day : dayOf(at))
}

function yearTurned(own: Values): Values {
  const kept = services.flatMap(({ value }) => [
    [hoursField[value], 0] as const,
    [lastHoursField[value], numberOf(own, hoursField[value]) ?? 0] as const,
  ])
  return { lastYear: numberOf(own, 'year') ?? null, ...Object.fromEntries(kept) }
}

const setters = {
  isOfTheCommunity: (context) => {
    const community = unitOf(context.actor)
    return {
      fields: { community: community ?? null, year: yearOf(dayOf(context.at)) },
      ...liesWith(context, community),
    }
  },
  // Hours are those of one year: the first service of the next begins anew and keeps what was.
  addsHours: (context) => {
    const { record, input } = context
    const sort = services.find(({ value }) => value === input['sort'])?.value ?? 'volunteer'
    const year = yearServed(context)
    const isNew = year !== numberOf(record.fields, 'year')
    const name = hoursField[sort]
    const before = isNew ? 0 : (numberOf(record.fields, name) ?? 0)
    return {
      fields: {
        ...(isNew ? yearTurned(record.fields) : {}),
        year,
        [name]: before + (numberOf(input, 'hours') ?? 0),
        ...(sort === 'emergency' ? { inEmergency: true } : {}),
      },
    }
  },
  hasItsBase: ({ facts }) => ({
    fields: {
      based: (facts['unitReports']?.rows ?? []).some(
        (row) => (numberOf(row.fields, 'members') ?? 0) > 0,
      ),
    },
  }),
  movesThere: (context) => {
    const community = numberOf(context.input, 'target')
    return { fields: { community: community ?? null }, ...liesWith(context, community) }
  },
} as const satisfies Record<string, Setter>

/**
 * 双报到·党员: a member in service reports in where they live and serves there. Only that community
 * and, by a link of their own, the member see the record; the unit learns kinds and hours through
 * its own yearly balance.
 */
export const memberReportIn = defineKind({
  name: 'member-report-in',
  label: '在职党员报到',
  group: 'cobuild-integration',
  systems: ['member-report-in'],
  version: 1,
  about:
    '在职党员到居住地社区报到：承诺一件事，服务由社区记时；单位只知道种类和小时，不知道住哪里。',
  fields,
  title: 'promise',
  slots: { n1: 'unit', n2: 'community' },
  relations: {
    communityHere,
    community: { label: '报到社区', roles: staff, is: { seat: 'community' } },
    holder: { label: '党员本人', is: { anyone: 'link' } },
  },
  see: ['community', 'holder'],
  reveal: ['community'],
  tellsReaders: true,
  handsOut: ['community'],
  seats: { community: { label: '报到社区', is: { field: 'community' } } },
  responsible: 'community',
  starts: {
    register: {
      label: '登记党员报到',
      by: ['communityHere'],
      input: reported,
      requires: ['isInServiceElsewhere'],
      records: 'MemberReportedIn',
      says: '登记在职党员报到',
      keeps: Object.keys(reported),
      sets: ['isOfTheCommunity'],
      to: 'reported',
    },
  },
  states: {
    reported: {
      label: '待确认',
      plain: '已登记，等社区确认',
      is: 'working',
      step: 1,
      expects: [{ seat: 'community', command: 'confirm', clock: 'confirming' }],
      commands: {
        confirm: {
          label: '确认报到',
          by: ['community'],
          records: 'MemberConfirmed',
          says: '社区确认报到',
          sets: ['hasItsBase'],
          facts: ['unitReports'],
          to: 'serving',
        },
        decline: {
          label: '不予确认',
          by: ['community'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'MemberDeclined',
          says: '不予确认：{reason}',
          keeps: ['reason'],
          to: 'declined',
        },
        noteUnconfirmed: {
          label: '确认超时',
          by: ['clock'],
          records: 'MemberUnconfirmed',
          says: '社区没有在时限内确认',
          tells: ['community'],
        },
      },
    },
    serving: {
      label: '服务中',
      plain: '社区已确认，正在服务',
      is: 'resting',
      step: 2,
      commands: {
        noteService: {
          label: '记服务',
          by: ['community'],
          input: served,
          requires: ['dayHasCome', 'isOfNoEarlierYear'],
          records: 'ServiceNoted',
          says: '{sort} {hours} 小时',
          sets: ['addsHours', 'hasItsBase'],
          facts: ['unitReports'],
        },
        summarise: {
          label: '写年度小结',
          by: ['community'],
          input: { summary: { ...fields.summary, required: true, min: 2 } },
          records: 'YearSummarised',
          says: '年度小结：{summary}',
          keeps: ['summary'],
        },
        move: {
          label: '迁往别的社区',
          by: ['community'],
          input: { target: { ...fields.target, required: true } },
          requires: ['goesToAnother'],
          records: 'MemberMoved',
          says: '居住地变动，转到新的社区',
          sets: ['movesThere'],
          to: 'reported',
          tells: ['community'],
        },
        leave: {
          label: '结束报到',
          by: ['community'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'MemberLeft',
          says: '结束报到：{reason}',
          keeps: ['reason'],
          to: 'left',
          grave: true,
        },
      },
    },
    declined: { label: '未确认', plain: '社区没有确认', is: 'end', step: 3 },
    left: { label: '已结束', plain: '报到已结束', is: 'end', step: 3 },
  },
  clocks: {
    confirming: {
      label: '社区确认',
      stages: [{ limit: { parameter: 'member.confirming' }, asks: 'noteUnconfirmed' }],
      runs: ['reported'],
      basis: cityMaySet,
    },
  },
  mainClock: 'confirming',
  facts: {
    unitReports: {
      kind: 'unit-report-in',
      where: { unit: { field: 'unit' } },
      states: ['keeping', 'evaluated'],
      want: 'list',
    },
  },
  rules: {
    isInServiceElsewhere: {
      says: '所在单位是本社区，不用到本社区报到',
      basis,
      input: true,
      holds: ({ input, actor }) => numberOf(input, 'unit') !== unitOf(actor),
    },
    dayHasCome: {
      says: '还没到的日子不能记',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'onDay') ?? '') <= dayOf(at),
    },
    isOfNoEarlierYear: {
      says: '以前年度的服务不再补记',
      basis,
      input: true,
      holds: (context) => yearServed(context) >= (numberOf(context.record.fields, 'year') ?? 0),
    },
    goesToAnother: {
      says: '请选择另一个社区',
      basis,
      input: true,
      holds: ({ input, record, world }) => {
        const target = numberOf(input, 'target')
        return (
          isOfType(world.directory, target, ['community']) &&
          target !== numberOf(record.fields, 'community')
        )
      },
    },
  },
  setters,
  counters: {
    registered: { label: '登记报到', cohort: () => true },
    confirmed: { label: '社区已确认的党员报到', cohort: ({ state }) => state === 'serving' },
    based: {
      label: '已报党员总数的单位中社区已确认的党员报到',
      cohort: ({ state, fields: own }) => state === 'serving' && own['based'] === true,
    },
    inEmergency: {
      label: '报到后参与应急的党员',
      cohort: ({ state, fields: own }) => state === 'serving' && own['inEmergency'] === true,
    },
  },
  parameters: {
    'member.confirming': limitParameter('党员报到确认时限', { qty: 5, unit: 'working-day' }),
  },
})
