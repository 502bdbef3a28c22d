import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { actsAsSuperior, staff, superiorRelations, superiorSeats } from '../superior.ts'
import { basis, fields } from './fields.ts'
import { effects, known, measured, rules, setters } from './rules.ts'

const opening = {
  title: fields.title,
  matter: fields.matter,
  unit: { ...fields.unit, required: true, of: ['committee', 'street', 'community'] },
  expected: fields.expected,
  indicator: fields.indicator,
  goal: fields.goal,
  target: fields.target,
  from: fields.from,
  checkOn: fields.checkOn,
} as const

const judging = ['superior', 'office'] as const

/**
 * 跟踪问效: of a matter handed down, what it was to bring about and by which figure that is seen. On
 * its day the platform reads the figure; without effect the matter is open again, and when that
 * happens repeatedly the committee is proposed a talk, which people decide.
 */
export const effectCheck = defineKind({
  name: 'effect-check',
  label: '跟踪问效',
  group: 'four-level-linkage',
  systems: ['track-effect'],
  version: 1,
  about: '交办的任务到期看成效：实际值由系统取，未见效的任务重新办理，多次未见效提请党委约谈。',
  fields,
  title: 'title',
  slots: {
    k1: 'matter',
    k2: 'verdict',
    k3: 'level',
    n1: 'unit',
    n2: 'failures',
    t1: 'checkOn',
  },
  searched: ['title', 'expected'],
  relations: {
    ...superiorRelations,
    unit: { label: '承担单位', roles: staff, is: { seat: 'unit' } },
  },
  see: ['superior', 'above', 'unit'],
  seats: { ...superiorSeats, unit: { label: '承担单位', is: { field: 'unit' } } },
  responsible: 'superior',
  starts: {
    expect: {
      label: '设定问效',
      by: ['starter'],
      input: opening,
      requires: ['onOwnSubordinates', 'unitHoldsMatter', 'figureIsKnown', 'looksAhead'],
      records: 'EffectExpected',
      says: '预期：{expected}，{checkOn} 问效',
      keeps: Object.keys(opening),
      sets: ['actsAsSuperior', 'looksAtUnit'],
      to: 'waiting',
      tells: ['unit'],
    },
  },
  states: {
    waiting: {
      label: '待问效',
      is: 'working',
      step: 1,
      expects: [{ seat: 'unit', command: 'selfCheck', clock: 'check' }],
      commands: {
        selfCheck: {
          label: '说明成效',
          by: ['unit'],
          input: { words: { ...fields.words, label: '成效说明', required: true } },
          records: 'EffectExplained',
          says: '成效说明：{words}',
          tells: ['office'],
        },
        measure: {
          label: '取实际值',
          by: ['clock'],
          records: 'EffectMeasured',
          says: '问效日期到，系统取实际值',
          sets: ['takesActual'],
          facts: ['measured'],
          to: 'measured',
          tells: ['office', 'unit'],
        },
      },
    },
    measured: {
      label: '待判定',
      is: 'working',
      step: 2,
      expects: [{ seat: 'office', command: 'ineffective', clock: 'judge' }],
      commands: {
        effective: {
          label: '判为见效',
          by: judging,
          input: { words: fields.words },
          requires: ['reachedTarget'],
          records: 'EffectSeen',
          says: '见效：{words}',
          keeps: ['words'],
          sets: ['isEffective'],
          to: 'effective',
          tells: ['unit'],
        },
        ineffective: {
          label: '判为未见效',
          by: judging,
          input: {
            words: { ...fields.words, required: true },
            dueOn: { ...fields.dueOn, required: true },
            checkOn: { ...fields.checkOn, label: '下次问效日期' },
          },
          requires: ['looksAhead', 'endsBeforeCheck'],
          records: 'EffectMissing',
          says: '未见效，重新办理：{words}',
          keeps: ['words', 'dueOn', 'checkOn'],
          sets: ['isIneffective'],
          facts: ['matter'],
          effects: ['reopensMatter'],
          moves: [{ to: 'talk', when: 'failedRepeatedly' }],
          to: 'waiting',
          tells: ['unit'],
        },
        noteJudgeLate: {
          label: '判定超时',
          by: ['clock'],
          records: 'EffectJudgementRanLate',
          says: '取数后没有按时判定',
          tells: ['office'],
        },
      },
    },
    talk: {
      label: '拟约谈',
      is: 'working',
      step: 3,
      expects: [{ seat: 'superior', command: 'talked', clock: 'talk' }],
      commands: {
        talked: {
          label: '已约谈',
          by: ['superior'],
          input: { words: { ...fields.words, label: '约谈要点', required: true } },
          records: 'EffectTalkHeld',
          says: '已约谈：{words}',
          keeps: ['words'],
          sets: ['beginsAnew'],
          to: 'waiting',
          tells: ['unit'],
        },
        noTalk: {
          label: '不约谈',
          by: ['superior'],
          input: { words: { ...fields.words, label: '理由', required: true } },
          records: 'EffectTalkWaived',
          says: '不约谈：{words}',
          keeps: ['words'],
          sets: ['beginsAnew'],
          to: 'waiting',
          tells: ['unit'],
        },
        noteTalkLate: {
          label: '约谈超时',
          by: ['clock'],
          records: 'EffectTalkRanLate',
          says: '提请约谈后没有按时决定',
          tells: ['superior'],
        },
      },
    },
    effective: { label: '已见效', is: 'end', step: 3 },
  },
  clocks: {
    check: {
      label: '问效',
      stages: [{ limit: { until: 'checkOn' }, asks: 'measure' }],
      runs: ['waiting'],
      basis,
    },
    judge: {
      label: '判定',
      stages: [{ limit: { parameter: 'effect.judge' }, asks: 'noteJudgeLate' }],
      runs: ['measured'],
      basis: '本市参数，可在设置中修改',
    },
    talk: {
      label: '约谈',
      stages: [{ limit: { parameter: 'effect.talk' }, asks: 'noteTalkLate' }],
      runs: ['talk'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'check',
  facts: {
    given: { kind: 'level-task', where: { id: { input: 'matter' } }, want: 'first' },
    matter: { kind: 'level-task', where: { id: { field: 'matter' } }, want: 'first' },
    known,
    measured,
  },
  rules,
  setters: { ...setters, actsAsSuperior },
  effects,
  claims: {
    matter: { label: '同一任务同一指标的问效', fields: ['matter', 'indicator'], while: 'open' },
  },
  counters: {
    opened: { label: '设定问效', on: { start: true } },
    effective: { label: '见效', on: { enters: 'effective' } },
    missing: { label: '未见效', on: { event: 'EffectMissing' } },
    talks: { label: '约谈', on: { event: 'EffectTalkHeld' } },
  },
  parameters: {
    'effect.judge': limitParameter('问效判定时限', { qty: 5, unit: 'working-day' }),
    'effect.talk': limitParameter('约谈决定时限', { qty: 10, unit: 'working-day' }),
    'effect.failures': {
      label: '提请约谈的未见效次数',
      type: 'number',
      default: 2,
      basis: '本市参数，可在设置中修改',
    },
  },
})
