import { textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter, type Parameter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { extensionRules, extensionSetters } from '../extension.ts'
import { enoughHeard, hearsOneMore, visitor } from '../hearing-residents.ts'
import { ownedRelations, ownedRules, ownedSeats, ownedSetters } from '../owned.ts'
import { clock } from '../reviewed.ts'
import { fields, proposed } from './fields.ts'
import { states } from './states.ts'

const basis = '每年干成几件群众看得见、摸得着、感受得到的实事，办成与否由验收和居民评价说'

const heard = enoughHeard('practical-deed.voices', { basis })

const voices: Parameter = {
  label: '实事办成至少要有多少居民评价',
  type: 'number',
  default: 5,
  basis: '匿名评价不足 5 份不显示；本市参数',
}

/** 民生实事: proposed, shown, done, accepted, and judged by those it was done for. */
export const practicalDeed = defineKind({
  name: 'practical-deed',
  label: '民生实事',
  group: 'appraisal-accountability',
  systems: ['practical-deeds'],
  version: 1,
  about: '党组织每年办的民生实事：提出、筛选、立项公示、实施、验收、居民评价，两样都有才算办成。',
  practices: ['practical-deed'],
  fields,
  title: 'title',
  slots: { k1: 'gap', k2: 'late', k3: 'source', n1: 'unit', n2: 'year', t1: 'dueOn' },
  searched: ['title', 'proposal'],
  relations: {
    starter: ownedRelations.starter,
    unit: ownedRelations.unit,
    superior: ownedRelations.superior,
    office: ownedRelations.office,
    reader: { label: '工作人员', is: { anyone: 'post' } },
    visitor,
  },
  see: ['reader', 'visitor'],
  handsOut: ['unit', 'superior', 'office'],
  seats: ownedSeats,
  responsible: 'unit',
  starts: {
    propose: {
      label: '登记实事建议',
      by: ['starter'],
      input: proposed,
      requires: ['isOwnUnit', 'isThisYear'],
      records: 'DeedProposed',
      says: '提出：{title}',
      keeps: Object.keys(proposed),
      sets: ['liesAtTheUnit'],
      to: 'proposed',
    },
  },
  states,
  clocks: {
    screen: clock('筛选', 'proposed', {
      parameter: 'practical-deed.screen',
      asks: 'noteScreenLate',
    }),
    notice: clock('公示', 'notice', { parameter: 'practical-deed.notice', asks: 'beginWork' }),
    finish: {
      label: '完成',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['underway'],
      restarts: ['DeedExtended'],
      basis: '立项时公布的完成期限',
    },
    accept: clock('验收', 'finished', {
      parameter: 'practical-deed.accept',
      asks: 'noteAcceptLate',
    }),
    hear: clock('居民评价', 'hearing', { parameter: 'practical-deed.hear', asks: 'endHearing' }),
    hearAgain: clock('再请评价', 'unheard', {
      parameter: 'practical-deed.hear-again',
      asks: 'noteHearLate',
    }),
  },
  mainClock: 'finish',
  rules: {
    ...ownedRules,
    ...extensionRules,
    acceptedAndHeard: {
      ...heard,
      id: 'R124',
      holds: (context) =>
        textOf(context.record.fields, 'acceptedOn') !== undefined && heard.holds(context),
    },
  },
  setters: {
    ...ownedSetters,
    ...extensionSetters,
    hearsOneMore,
    notesAcceptance: ({ at }) => ({ fields: { acceptedOn: dayOf(at) } }),
  },
  counters: {
    adopted: {
      label: '立项的实事',
      cohort: ({ state }) => !['proposed', 'declined', 'stopped'].includes(state),
    },
    done: { label: '办成的实事', cohort: ({ state }) => state === 'done' },
  },
  parameters: {
    'practical-deed.screen': limitParameter('实事筛选时限', { qty: 15, unit: 'working-day' }),
    'practical-deed.notice': limitParameter('立项公示期', { qty: 5, unit: 'working-day' }),
    'practical-deed.accept': limitParameter('实事验收时限', { qty: 10, unit: 'working-day' }),
    'practical-deed.hear': limitParameter('居民评价期', { qty: 15, unit: 'day' }),
    'practical-deed.hear-again': limitParameter('再请评价时限', { qty: 5, unit: 'working-day' }),
    'practical-deed.voices': voices,
  },
})
