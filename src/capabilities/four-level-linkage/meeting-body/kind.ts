import { numberOf, textOf } from '../../../kernel/field.ts'
import {
  defineKind,
  type EffectMaker,
  limitParameter,
  type Parameter,
  type Setter,
} from '../../../kernel/kind.ts'
import type { Limit } from '../../../kernel/limit.ts'
import {
  cityMaySet,
  host,
  hostSeat,
  organ,
  organiser,
  organiserSeat,
  picked,
} from '../meeting-parts.ts'
import { duty, fields } from './fields.ts'
import { currentMembers, memberSetters } from './members.ts'
import { isJoint, rules } from './rules.ts'
import { parties, runningStates, states } from './states.ts'

const limit = (label: string, qty: number, unit: Limit['unit'] = 'day'): Parameter =>
  limitParameter(label, { qty, unit })

const setters = {
  ...memberSetters,
  arranges: ({ input, record }) => ({
    fields: {
      nextAt: numberOf(input, 'startAt') ?? null,
      pace: textOf(record.fields, 'pace') === 'overdue' ? 'arranged' : 'onTime',
    },
  }),
  countsHeld: ({ input, record }) => ({
    fields: {
      lastHeldAt: numberOf(input, 'heldAt') ?? null,
      nextAt: null,
      pace: 'onTime',
      held: (numberOf(record.fields, 'held') ?? 0) + 1,
    },
  }),
  followsNext: ({ input, record }) => {
    const next = numberOf(input, 'nextAt')
    const isLate = textOf(record.fields, 'pace') !== 'onTime'
    const pace = !isLate ? 'onTime' : next === undefined ? 'overdue' : 'arranged'
    return { fields: { nextAt: next ?? null, pace } }
  },
  runsOverdue: ({ record }) => ({
    fields: { pace: numberOf(record.fields, 'nextAt') === undefined ? 'overdue' : 'arranged' },
  }),
  seatsOwnChair: ({ record }) => ({
    fields: { chairUnit: numberOf(record.fields, 'host') ?? null },
  }),
} as const satisfies Record<string, Setter>

const opensMeeting: EffectMaker = ({ record, input, words }) => [
  {
    open: 'meeting',
    command: 'plan',
    input: {
      body: record.id,
      members: currentMembers(record).map(({ unit }) => unit),
      ...picked(record.fields, ['sort', 'host', 'organiser']),
      ...picked(input, ['startAt', 'endAt', 'site']),
    },
    words: { title: words['title'] ?? record.title, spot: words['spot'] ?? '' },
  },
]

/**
 * 议事机构: joint meetings of the four levels, leading bodies, a committee's topic studies and the
 * secretaries' forum. Its members know their duties, those above the communities take in the level
 * below, and one that has not met within its cycle asks to be convened.
 */
export const meetingBody = defineKind({
  name: 'meeting-body',
  label: '议事机构',
  group: 'four-level-linkage',
  systems: [
    'joint-meeting',
    'joint-meeting-membership',
    'leading-coordination-body',
    'topic-study',
    'district-secretary-forum',
  ],
  version: 1,
  about: '市、区、街道、社区的党建联席会议和其他议事机构：成员单位和职责、负责人、召开周期。',
  fields,
  title: 'title',
  slots: {
    k1: 'sort',
    k2: 'below',
    k3: 'pace',
    n1: 'host',
    n2: 'area',
    t1: 'lastHeldAt',
    t2: 'nextAt',
  },
  searched: ['title'],
  relations: {
    organ,
    host,
    organiser,
    official: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['official'],
  seats: { host: hostSeat, organiser: organiserSeat },
  responsible: 'host',
  starts: {
    establish: {
      label: '设立议事机构',
      by: ['organ'],
      input: {
        sort: fields.sort,
        title: fields.title,
        units: { type: 'units', label: '成员单位', max: 50 },
        duty,
      },
      requires: ['isOwnArea', 'sortFitsLevel', 'areNotMembersYet'],
      records: 'BodyEstablished',
      says: '{unit} 设立议事机构',
      keeps: ['sort', 'title'],
      sets: ['begins'],
      to: 'draft',
    },
  },
  states,
  parties,
  clocks: {
    setUp: {
      label: '筹建',
      stages: [{ limit: { parameter: 'meeting.setUp' }, asks: 'noteUnready' }],
      runs: ['draft'],
      basis: cityMaySet,
    },
    cycle: {
      label: '召开周期',
      stages: [
        {
          limit: {
            field: 'rhythm',
            parameters: {
              'joint-city': 'meeting.cycle.city',
              'joint-district': 'meeting.cycle.district',
              'joint-street': 'meeting.cycle.street',
              'joint-community': 'meeting.cycle.community',
              leading: 'meeting.cycle.leading',
              study: 'meeting.cycle.study',
              forum: 'meeting.cycle.forum',
            },
          },
          asks: 'noteOverdue',
        },
      ],
      runs: runningStates,
      restarts: ['BodyMeetingHeld'],
      basis: `召开周期：${cityMaySet}`,
    },
  },
  mainClock: 'cycle',
  countedBy: 'sort',
  rules,
  setters,
  effects: { opensMeeting },
  claims: {
    place: { label: '本地区同类议事机构', fields: ['area', 'sort'], while: 'open' },
  },
  counters: {
    upper: {
      label: '市、区、街道联席会议',
      cohort: (record) => isRunning(record.state) && isUpper(record),
    },
    upperTaken: {
      label: '吸收了下一级的联席会议',
      cohort: (record) =>
        isRunning(record.state) && isUpper(record) && textOf(record.fields, 'below') === 'taken',
    },
  },
  parameters: {
    'meeting.setUp': limit('议事机构筹建时限', 20, 'working-day'),
    'meeting.cycle.city': limit('市级党建联席会议召开周期', 366),
    'meeting.cycle.district': limit('区级党建联席会议召开周期', 184),
    'meeting.cycle.street': limit('街道党建联席会议召开周期', 92),
    'meeting.cycle.community': limit('社区党建联席会议召开周期', 92),
    'meeting.cycle.leading': limit('领导（协调）机构召开周期', 184),
    'meeting.cycle.study': limit('党委专题研究周期', 184),
    'meeting.cycle.forum': limit('区委书记现场例会周期', 92),
    'meeting.fourLevels': {
      label: '四级党建联席会议建成的口径',
      type: 'choice',
      options: [
        { value: 'every', label: '每个区、街道、社区都建立' },
        { value: 'one', label: '各级至少建立一个' },
      ],
      default: 'every',
      basis: '上级文件没有写明口径，由本市确定',
    },
  },
})

function isRunning(state: string): boolean {
  return runningStates.some((one) => one === state)
}

function isUpper(record: Parameters<typeof isJoint>[0]): boolean {
  return isJoint(record) && textOf(record.fields, 'level') !== 'community'
}
