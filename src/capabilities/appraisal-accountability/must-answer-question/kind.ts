import { numberOf } from '../../../kernel/field.ts'
import { type Command, defineKind } from '../../../kernel/kind.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'
import { actsAsHost, hostFields, hostRelations, hostSeats, staff } from '../superior.ts'

const basis = '每年确定1～2个重点难点问题，作为述职评议考核“必答题”'

const fields = {
  ...hostFields,
  title: { type: 'text', label: '必答题', required: true, max: 100 },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  why: { type: 'long', label: '要破解的难点', max: 1000 },
  place: {
    type: 'choice',
    label: '题号',
    options: [
      { value: 'first', label: '第一题' },
      { value: 'second', label: '第二题' },
    ],
  },
  yearEnd: { type: 'day', label: '攻坚期限' },
  progress: { type: 'long', label: '进展', max: 1000 },
  result: { type: 'long', label: '结果', max: 1000 },
} as const

const asked = { title: fields.title, year: fields.year, why: fields.why } as const

const settle: Command = {
  label: '小结',
  by: ['host', 'office'],
  input: { result: { ...fields.result, required: true } },
  records: 'QuestionSettled',
  says: '小结：{result}',
  keeps: ['result'],
  to: 'settled',
}

/**
 * 必答题: one of the one or two hard problems of a year that every secretary answers for; its
 * progress is written down between two meetings.
 */
export const mustAnswerQuestion = defineKind({
  name: 'must-answer-question',
  label: '必答题',
  group: 'appraisal-accountability',
  systems: ['must-answer-questions'],
  version: 1,
  about: '一个党组织一年定一到两个重点难点问题，每名述职书记都要作答，平时记进展，年底小结。',
  fields,
  title: 'title',
  slots: { k1: 'place', k3: 'level', n1: 'host', n2: 'year', t1: 'yearEnd' },
  searched: ['title', 'why'],
  relations: {
    ...hostRelations,
    reader: { label: '各级党组织', roles: staff, is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: hostSeats,
  responsible: 'host',
  starts: {
    ask: {
      label: '定必答题',
      by: ['starter'],
      input: asked,
      requires: ['yearIsNear', 'atMostTwo'],
      records: 'QuestionSet',
      says: '定为{year}年度必答题',
      keeps: Object.keys(asked),
      sets: ['actsAsHost', 'takesPlace'],
      facts: ['set'],
      to: 'set',
    },
  },
  states: {
    set: {
      label: '攻坚中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'office', command: 'settle', clock: 'year' }],
      commands: {
        settle,
        progress: {
          label: '记进展',
          by: ['host', 'office'],
          input: { progress: { ...fields.progress, required: true } },
          records: 'QuestionMoved',
          says: '进展：{progress}',
          keeps: ['progress'],
        },
        drop: {
          label: '撤下',
          by: ['host', 'office'],
          input: { reason: { type: 'text', label: '理由', required: true, max: 300 } },
          records: 'QuestionDropped',
          says: '撤下：{reason}',
          to: 'dropped',
          grave: true,
        },
        noteYearEnd: {
          label: '年度已过',
          by: ['clock'],
          records: 'QuestionYearEnded',
          says: '年度已过，请小结',
          tells: ['office'],
        },
      },
    },
    settled: { label: '已小结', is: 'end', step: 2 },
    dropped: { label: '已撤下', is: 'end', step: 2 },
  },
  clocks: {
    year: {
      label: '攻坚期限',
      stages: [{ limit: { until: 'yearEnd' }, asks: 'noteYearEnd' }],
      runs: ['set'],
      basis,
    },
  },
  mainClock: 'year',
  facts: {
    set: {
      kind: 'must-answer-question',
      where: { host: { own: 'askerCommittee' }, year: { input: 'year' } },
      states: ['set', 'settled'],
      want: 'list',
    },
  },
  rules: {
    atMostTwo: {
      id: 'R036',
      says: '这一年已经定了两个必答题，不能再加',
      instead: '可以先撤下一个',
      basis,
      input: true,
      facts: ['set'],
      holds: ({ facts }) => (facts['set']?.count ?? 0) < 2,
    },
    yearIsNear: {
      says: '必答题只定上一年度、今年或明年的',
      instead: '上一年度的述职评议最迟在今年初召开，题目可以补定',
      basis,
      input: true,
      holds: ({ input, at }) => {
        const year = yearOf(dayOf(at))
        return [year - 1, year, year + 1].includes(numberOf(input, 'year') ?? 0)
      },
    },
  },
  setters: {
    actsAsHost,
    takesPlace: ({ input, facts }) => ({
      fields: {
        place: (facts['set']?.rows ?? []).some(({ fields: own }) => own['place'] === 'first')
          ? 'second'
          : 'first',
        yearEnd: `${numberOf(input, 'year') ?? 0}-12-31`,
      },
    }),
  },
  claims: {
    place: {
      label: '同一党组织同一年度同一题号的必答题',
      fields: ['host', 'year', 'place'],
      while: 'always',
      states: ['set', 'settled'],
    },
  },
  counters: {
    asked: { label: '定下的必答题', cohort: ({ state }) => state !== 'dropped' },
  },
})
