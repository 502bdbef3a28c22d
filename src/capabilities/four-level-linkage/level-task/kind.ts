import { levelOfUnit } from '../../../kernel/area-tree.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind, type EffectMaker, type Setter } from '../../../kernel/kind.ts'
import { staff, superiorRelations, superiors, superiorOf } from '../superior.ts'
import { basis, fields } from './fields.ts'
import { starts, states } from './flow.ts'
import { rules } from './rules.ts'

/** A unit holds a task at its own level. */
function holding(holder: number, assigner: number, { world }: Context) {
  const { directory } = world
  const area = directory.units.get(holder)?.area
  const place = area === undefined ? undefined : placeOf(directory, area)
  const level = levelOfUnit(directory, holder) ?? null
  return {
    fields: { holder, assigner, level, progress: 0 },
    ...(place === undefined ? {} : { place }),
  }
}

const setters: Readonly<Record<string, Setter>> = {
  heldByAsker: (context) => {
    const unit = superiorOf(context)?.id
    return unit === undefined ? {} : holding(unit, unit, context)
  },
  heldByReceiver: (context) =>
    holding(
      numberOf(context.input, 'holder') ?? 0,
      numberOf(context.input, 'assigner') ?? 0,
      context,
    ),
  /** A part stands in the task above as a party; what it reports replaces what it said before. */
  rollsUp: ({ record, input }) => {
    const unit = numberOf(input, 'holder') ?? 0
    const progress = numberOf(input, 'progress') ?? 0
    const others = record.parties.filter((party) => party.role === 'child' && party.unit !== unit)
    const sum = others.reduce((all, { fields: own }) => all + (numberOf(own, 'progress') ?? 0), 0)
    const part = { child: input['child'] ?? null, progress, done: input['done'] === true }
    return {
      fields: { progress: Math.round((sum + progress) / (others.length + 1)) },
      join: [{ role: 'child', unit, fields: part }],
    }
  },
  isFinished: () => ({ fields: { progress: 100, late: null } }),
  isOpenAgain: () => ({ fields: { progress: 0 } }),
  isInTimeAgain: () => ({ fields: { late: null } }),
  isLate: () => ({ fields: { late: 'late' } }),
}

const effects: Readonly<Record<string, EffectMaker>> = {
  handsDown: ({ record, input, words }) =>
    listOf(input, 'units').flatMap((holder) =>
      typeof holder === 'number'
        ? [
            {
              open: 'level-task',
              command: 'receive',
              input: {
                year: record.fields['year'] ?? null,
                dueOn: input['dueOn'] ?? record.fields['dueOn'] ?? null,
                holder,
                assigner: record.fields['holder'] ?? null,
                parent: record.id,
              },
              words: {
                title: words['title'] ?? record.title,
                ...(words['detail'] === undefined ? {} : { detail: words['detail'] }),
              },
            },
          ]
        : [],
    ),
  tellsParent: ({ record }) => {
    const ask = textOf(record.fields, 'parent')
    if (ask === undefined) return []
    const { holder = null, progress = null } = record.fields
    const input = { child: record.id, holder, progress, done: record.state === 'done' }
    return [{ ask, kind: 'level-task', command: 'partReported', input }]
  },
  tellsSite: ({ record }) => {
    const ask = textOf(record.fields, 'site')
    if (ask === undefined) return []
    return [{ ask, kind: 'demonstration-site', command: 'taskDone', input: { task: record.id } }]
  },
}

/**
 * 年度任务分解: a task goes from the city to a district, a street and a community, each step to the
 * next level below in its own tree. What the parts report is rolled up into the task above; a level
 * sees its own subtree.
 */
export const levelTask = defineKind({
  name: 'level-task',
  label: '年度任务',
  group: 'four-level-linkage',
  systems: ['four-level-duties'],
  version: 1,
  about: '年度任务从市到区、街道、社区逐级分解，下级报进展，系统逐级汇总，不重复填报。',
  fields,
  title: 'title',
  slots: { k1: 'parent', k2: 'late', k3: 'level', n1: 'holder', n2: 'year', t1: 'dueOn' },
  searched: ['title', 'detail'],
  relations: {
    starter: superiorRelations.starter,
    holder: { label: '承担单位', roles: staff, is: { seat: 'holder' } },
    assigner: { label: '下达单位', roles: staff, is: { seat: 'assigner' } },
    above: {
      label: '本级和上级党组织',
      roles: staff,
      is: { unitType: [...superiors, 'community'], over: 'place' },
    },
  },
  see: ['above'],
  seats: {
    holder: { label: '承担单位', is: { field: 'holder' } },
    assigner: { label: '下达单位', is: { field: 'assigner' } },
  },
  responsible: 'holder',
  starts,
  states,
  parties: {
    child: {
      label: '下级任务',
      start: 'counted',
      states: { counted: { label: '已汇总', is: 'resting' } },
    },
  },
  clocks: {
    finish: {
      label: '完成',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['open'],
      restarts: ['LevelTaskRescheduled'],
      basis,
    },
  },
  mainClock: 'finish',
  rules,
  setters,
  effects,
  claims: {
    part: { label: '同一任务分给同一单位', fields: ['parent', 'holder'], while: 'always' },
  },
  counters: {
    received: { label: '承担任务', cohort: () => true },
    done: { label: '完成任务', cohort: ({ state }) => state === 'done' },
    ranLate: { label: '任务超期', on: { event: 'LevelTaskRanLate' } },
  },
})
