import { isGiven, textOf, type Values } from '../../kernel/field.ts'
import { type Command, type Counter, defineKind, type Rule } from '../../kernel/kind.ts'

const grades = [
  { value: 'good', label: '好' },
  { value: 'fair', label: '一般' },
  { value: 'poor', label: '差' },
]
const aspects = { Response: '响应', Attitude: '态度', Quality: '质量', Result: '结果' } as const
type Side = 'department' | 'street'

const grade = (label: string) => ({ type: 'choice', label, options: grades }) as const
const words = (label: string) => ({ type: 'long', label, max: 500 }) as const

const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  whistle: { type: 'record', of: 'street-whistle', label: '吹哨' },
  street: { type: 'unit', label: '街道' },
  department: { type: 'unit', label: '部门' },
  departmentResponse: grade('部门响应'),
  departmentAttitude: grade('部门态度'),
  departmentQuality: grade('部门质量'),
  departmentResult: grade('部门结果'),
  departmentComment: words('对部门的意见'),
  departmentReply: words('部门的答复'),
  streetResponse: grade('街道响应'),
  streetAttitude: grade('街道态度'),
  streetQuality: grade('街道质量'),
  streetResult: grade('街道结果'),
  streetComment: words('对街道的意见'),
  streetReply: words('街道的答复'),
} as const

const working = ['clerk', 'dispatcher', 'head', 'worker'] as const
const basis = '街道评价部门、部门评价街道，评价方可以答复，不能改评价'
const reads = (side: Side) => [...Object.keys(aspects).map((aspect) => `${side}${aspect}`)]

/**
 * 互评: after a whistle closed, its street and each department that took part judge how the other
 * worked; each may reply once, and nobody changes what the other said. What is judged is the work
 * on this whistle, never how many whistles there were.
 */
export const departmentEvaluation = defineKind({
  name: 'department-evaluation',
  label: '街道部门互评',
  group: 'command-response',
  systems: ['street-evaluates-department'],
  version: 1,
  about: '销哨以后，街道评价每个参加的部门，部门评价街道，双方各可答复一次。',
  fields,
  title: 'title',
  slots: { k1: 'whistle', n1: 'department', n2: 'street' },
  relations: {
    street: { label: '街道', roles: working, is: { seat: 'street' } },
    department: { label: '部门', roles: working, is: { seat: 'department' } },
    supervisor: {
      label: '督查单位',
      roles: ['supervisor', 'head'],
      is: { function: 'supervise', over: 'place' },
    },
    leader: {
      label: '属地领导',
      roles: ['leader'],
      is: { unitType: ['committee', 'street'], over: 'place' },
    },
  },
  see: ['street', 'department', 'supervisor', 'leader'],
  seats: {
    street: { label: '街道', is: { field: 'street' } },
    department: { label: '部门', is: { field: 'department' } },
  },
  responsible: 'department',
  starts: {
    invite: {
      label: '请双方评价',
      by: ['effect'],
      input: {
        title: fields.title,
        whistle: { ...fields.whistle, required: true },
        street: { ...fields.street, required: true },
        department: { ...fields.department, required: true },
      },
      records: 'EvaluationInvited',
      says: '已销哨，请双方评价',
      keeps: ['title', 'whistle', 'street', 'department'],
      sets: ['seatsBoth'],
      to: 'judging',
      tells: ['street', 'department'],
    },
  },
  states: {
    judging: {
      label: '待评价',
      is: 'working',
      step: 1,
      expects: [
        { seat: 'street', command: 'judgeDepartment', clock: 'judge', when: 'departmentUnjudged' },
        { seat: 'department', command: 'judgeStreet', clock: 'judge', when: 'streetUnjudged' },
      ],
      commands: {
        judgeDepartment: judging('department', 'street'),
        judgeStreet: judging('street', 'department'),
        lapse: {
          label: '评价期满',
          by: ['clock'],
          records: 'EvaluationLapsed',
          says: '评价期满',
          moves: [{ to: 'closed', when: 'nobodyJudged' }],
          to: 'replying',
        },
      },
    },
    replying: {
      label: '可以答复',
      is: 'resting',
      step: 2,
      commands: {
        replyAsDepartment: replying('department'),
        replyAsStreet: replying('street'),
        file: {
          label: '答复期满',
          by: ['clock'],
          records: 'EvaluationFiled',
          says: '答复期满，归档',
          to: 'closed',
        },
      },
    },
    closed: { label: '已归档', is: 'end', step: 3 },
  },
  parties: { department: side('部门'), street: side('街道') },
  clocks: {
    judge: {
      label: '评价',
      stages: [{ limit: { parameter: 'evaluation.judge' }, asks: 'lapse' }],
      runs: ['judging'],
      basis: '本市参数，可在设置中修改',
    },
    reply: {
      label: '答复',
      stages: [{ limit: { parameter: 'evaluation.reply' }, asks: 'file' }],
      runs: ['replying'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'judge',
  rules: {
    departmentUnjudged: unjudged('department'),
    streetUnjudged: unjudged('street'),
    bothJudged: {
      says: '还有一方没有评价',
      basis,
      holds: ({ record }) =>
        isJudged(record.fields, 'department') && isJudged(record.fields, 'street'),
    },
    nobodyJudged: {
      says: '已经有一方评价',
      basis,
      holds: ({ record }) =>
        !isJudged(record.fields, 'department') && !isJudged(record.fields, 'street'),
    },
    departmentMayReply: mayReply('department'),
    streetMayReply: mayReply('street'),
    nothingIsLeftToSay: {
      says: '还可以答复',
      basis,
      holds: ({ record: { fields: own } }) =>
        (['department', 'street'] as const).every(
          (one) => !isJudged(own, one) || isGiven(own[`${one}Reply`]),
        ),
    },
  },
  setters: {
    seatsBoth: ({ input }) => ({
      join: (['department', 'street'] as const).flatMap((role) => {
        const unit = input[role]
        return typeof unit === 'number' ? [{ role, unit }] : []
      }),
    }),
  },
  claims: {
    pair: { label: '同一次吹哨的互评', fields: ['whistle', 'department'], while: 'always' },
  },
  counters: { ...counted('department', '部门'), ...counted('street', '街道') },
  parameters: {
    'evaluation.judge': {
      label: '互评时限',
      type: 'limit',
      default: { qty: 5, unit: 'working-day' },
      basis: '本市参数，可在设置中修改',
    },
    'evaluation.reply': {
      label: '互评答复时限',
      type: 'limit',
      default: { qty: 5, unit: 'working-day' },
      basis: '本市参数，可在设置中修改',
    },
  },
})

/** Each side takes part, so that what is said of it counts under it. */
function side(label: string) {
  return {
    label,
    start: 'judged',
    states: { judged: { label: '参加互评', is: 'resting' } },
  } as const
}

function judging(judged: Side, by: Side): Command {
  const own = judged === 'department' ? 'Department' : 'Street'
  const asked = Object.fromEntries(
    Object.entries(aspects).map(([aspect, label]) => [
      `${judged}${aspect}`,
      { ...grade(label), required: true },
    ]),
  )
  return {
    label: judged === 'department' ? '评价部门' : '评价街道',
    by: [by],
    input: { ...asked, [`${judged}Comment`]: words('意见') },
    requires: [`${judged}Unjudged`],
    records: `${own}Judged`,
    says: `${judged === 'department' ? '街道评价部门' : '部门评价街道'}：响应{${judged}Response}、态度{${judged}Attitude}、质量{${judged}Quality}、结果{${judged}Result}`,
    keeps: [...reads(judged), `${judged}Comment`],
    moves: [{ to: 'replying', when: 'bothJudged' }],
    tells: [judged],
  }
}

function replying(by: Side): Command {
  const own = by === 'department' ? 'Department' : 'Street'
  return {
    label: '答复评价',
    by: [by],
    input: { [`${by}Reply`]: { ...words('答复'), required: true } },
    requires: [`${by}MayReply`],
    records: `${own}Replied`,
    says: `答复：{${by}Reply}`,
    keeps: [`${by}Reply`],
    moves: [{ to: 'closed', when: 'nothingIsLeftToSay' }],
    tells: [by === 'department' ? 'street' : 'department'],
  }
}

function unjudged(judged: Side): Rule {
  return {
    id: 'R116',
    says: '已经评价过，评价以后不能再改',
    instead: '对方可以答复',
    basis,
    holds: ({ record }) => !isJudged(record.fields, judged),
  }
}

function mayReply(by: Side): Rule {
  return {
    id: 'R116',
    says: '对方没有评价，或已经答复过一次',
    basis,
    holds: ({ record: { fields: own } }) => isJudged(own, by) && !isGiven(own[`${by}Reply`]),
  }
}

function isJudged(values: Values, judged: Side): boolean {
  return isGiven(values[`${judged}Result`])
}

/** How many aspects of a side's work were judged, and how: what a period's summary adds up. */
function counted(judged: Side, label: string): Readonly<Record<string, Counter>> {
  const times = (values: Values, wanted?: string) =>
    reads(judged).filter((name) => {
      const given = textOf(values, name)
      return wanted === undefined ? given !== undefined : given === wanted
    }).length
  const counter = (name: string, wanted?: string): Counter => ({
    label: `${label}被评${name}项`,
    party: judged,
    counts: (_, { fields: own }) => times(own, wanted),
  })
  return {
    [`${judged}Aspects`]: counter(''),
    [`${judged}Good`]: counter('好', 'good'),
    [`${judged}Fair`]: counter('一般', 'fair'),
    [`${judged}Poor`]: counter('差', 'poor'),
  }
}
