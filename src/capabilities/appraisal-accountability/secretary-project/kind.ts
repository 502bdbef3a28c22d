import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { ownedRelations, ownedSeats } from '../owned.ts'
import { clock, reviewClocks } from '../reviewed.ts'
import { fields, proposed } from './fields.ts'
import { rules, setters } from './rules.ts'
import { states } from './states.ts'

const review = reviewClocks('secretary-project')

/** 书记领办项目: one hard problem that a secretary takes on for the year. */
export const secretaryProject = defineKind({
  name: 'secretary-project',
  label: '书记领办项目',
  group: 'appraisal-accountability',
  systems: ['secretary-project'],
  version: 1,
  about: '书记认领或领办的年度项目：上级把关、按节点实施、上级验收，成效、问题、举措进入述职。',
  // 领办一个项目 is one of the 三个一, whether or not the 领航行动 is practised.
  practices: ['secretary-project', 'three-ones'],
  fields,
  title: 'title',
  slots: { k1: 'sort', k2: 'late', k3: 'milestone', n1: 'unit', n2: 'year', t1: 'dueOn' },
  searched: ['title', 'problem'],
  relations: ownedRelations,
  see: ['unit', 'office', 'above'],
  seats: ownedSeats,
  responsible: 'unit',
  starts: {
    propose: {
      label: '申报项目',
      by: ['starter'],
      input: proposed,
      requires: ['isOwnUnit', 'isThisYear', 'endsLater', 'milestoneIsWhole'],
      records: 'ProjectProposed',
      says: '申报：{title}',
      keeps: Object.keys(proposed),
      sets: ['liesAtTheUnit'],
      to: 'review',
      tells: ['office'],
    },
  },
  states,
  clocks: {
    ...review.clocks,
    milestone: {
      label: '节点',
      stages: [{ limit: { until: 'milestoneOn' }, asks: 'noteMilestoneLate' }],
      runs: ['underway'],
      restarts: ['ProjectMilestonePassed'],
      basis: '项目自定的节点日期',
    },
    finish: {
      label: '完成',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['underway'],
      restarts: ['ProjectExtended'],
      basis: '项目的完成期限',
    },
    accept: clock('验收', 'finished', {
      parameter: 'secretary-project.accept',
      asks: 'noteAcceptLate',
    }),
  },
  mainClock: 'finish',
  rules,
  setters,
  counters: {
    claimed: { label: '书记领办的项目', cohort: ({ state }) => isClaimed(state) },
    key: {
      label: '书记领办的重点项目',
      cohort: ({ state, fields: now }) => isClaimed(state) && now['sort'] === 'key',
    },
    accepted: { label: '验收通过的项目', cohort: ({ state }) => state === 'accepted' },
  },
  parameters: {
    ...review.parameters,
    'secretary-project.accept': limitParameter('项目验收时限', { qty: 10, unit: 'working-day' }),
  },
})

function isClaimed(state: string): boolean {
  return ['underway', 'finished', 'accepted'].includes(state)
}
