import { standsOver } from '../../../kernel/area-tree.ts'
import { isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import {
  begunBy,
  liesAtTheUnit,
  ownedFields,
  ownedRelations,
  ownedRules,
  ownedSeats,
  staff,
} from '../owned.ts'
import { clock, noted } from '../reviewed.ts'

const basis = '书记建立基层党建联系点，破解基层党建难题'

const fields = {
  unit: ownedFields.unit,
  year: ownedFields.year,
  superior: ownedFields.superior,
  office: ownedFields.office,
  title: { type: 'text', label: '联系点', required: true, max: 60 },
  point: { type: 'unit', label: '联系的基层党组织', help: '社区书记联系网格、楼栋党支部的，不填' },
  visits: { type: 'number', label: '到点次数' },
  problems: { type: 'number', label: '发现的问题' },
  solved: { type: 'number', label: '帮助解决的问题' },
  quiet: { type: 'choice', label: '到点', options: [{ value: 'quiet', label: '久未到点' }] },
  result: { type: 'text', label: '一年成效', max: 500 },
} as const

const built = { ...begunBy, title: fields.title, point: fields.point } as const

const raiseProblem: Command = {
  label: '提出问题',
  by: ['unit', 'point'],
  input: { problem: { type: 'text', label: '问题', required: true, max: 300 } },
  records: 'PointProblemRaised',
  says: '问题：{problem}',
  sets: ['raisesOne'],
  tells: ['unit'],
}

/**
 * 基层党建联系点: what a secretary saw there and helped with. That a problem is solved is said by the
 * organisation that had it, or by those above, never by whoever helped.
 */
export const secretaryContactPoint = defineKind({
  name: 'secretary-contact-point',
  label: '书记联系点',
  group: 'appraisal-accountability',
  systems: ['secretary-contact-point'],
  version: 1,
  about: '书记联系的基层党组织：到点、提出的问题、帮助解决的问题，由联系点或上级确认解决。',
  practices: ['three-ones'],
  fields,
  title: 'title',
  slots: { k1: 'quiet', n1: 'unit', n2: 'year' },
  searched: ['title'],
  relations: {
    ...ownedRelations,
    point: { label: '联系的基层党组织', roles: staff, is: { seat: 'point' } },
  },
  see: ['unit', 'point', 'office', 'above'],
  seats: { ...ownedSeats, point: { label: '联系的基层党组织', is: { field: 'point' } } },
  responsible: 'unit',
  starts: {
    build: {
      label: '建立联系点',
      by: ['starter'],
      input: built,
      requires: ['isOwnUnit', 'isThisYear', 'pointLiesBelow'],
      records: 'PointBuilt',
      says: '建立联系点：{title}',
      keeps: Object.keys(built),
      sets: ['liesAtTheUnit'],
      to: 'open',
      tells: ['point'],
    },
  },
  states: {
    open: {
      label: '联系中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'unit', command: 'visit', clock: 'visit' }],
      commands: {
        visit: {
          label: '记到点',
          by: ['unit'],
          input: {
            day: { type: 'day', label: '日期', required: true, default: 'today' },
            did: { type: 'text', label: '做了什么', required: true, max: 300 },
          },
          requires: ['isNotAhead'],
          records: 'PointVisited',
          says: '{day} 到点：{did}',
          sets: ['countsVisit'],
        },
        raiseProblem,
        confirmSolved: {
          label: '确认已解决',
          by: ['point', 'superior', 'office'],
          input: { how: { type: 'text', label: '怎么解决的', required: true, max: 300 } },
          requires: ['someAreOpen'],
          records: 'PointProblemSolved',
          says: '已解决：{how}',
          sets: ['solvesOne'],
          tells: ['unit'],
        },
        conclude: {
          label: '小结一年成效',
          by: ['unit'],
          input: { result: { ...fields.result, required: true } },
          records: 'PointConcluded',
          says: '小结：{result}',
          keeps: ['result'],
          to: 'concluded',
          tells: ['point'],
        },
        noteQuiet: {
          ...noted('久未到点', 'PointFellQuiet', 'unit', 'office'),
          sets: ['isQuiet'],
        },
      },
    },
    concluded: { label: '已小结', is: 'end', step: 2 },
  },
  clocks: {
    visit: {
      ...clock('到点', 'open', { parameter: 'contact-point.visit', asks: 'noteQuiet' }),
      restarts: ['PointVisited'],
    },
  },
  mainClock: 'visit',
  rules: {
    isOwnUnit: ownedRules.isOwnUnit,
    isThisYear: ownedRules.isThisYear,
    pointLiesBelow: {
      says: '联系点应是本级所辖的基层党组织',
      instead: '社区书记联系网格、楼栋党支部的，单位一栏不填',
      basis,
      input: true,
      holds: ({ input, world: { directory } }) => {
        const unit = numberOf(input, 'unit') ?? 0
        if (!isGiven(input['point'])) return directory.units.get(unit)?.type === 'community'
        return standsOver(directory, unit, numberOf(input, 'point') ?? 0)
      },
    },
    isNotAhead: {
      says: '还没到的日子不能记',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'day') ?? '') <= dayOf(at),
    },
    someAreOpen: {
      says: '没有待解决的问题',
      basis,
      holds: ({ record }) =>
        (numberOf(record.fields, 'solved') ?? 0) < (numberOf(record.fields, 'problems') ?? 0),
    },
  },
  setters: {
    liesAtTheUnit,
    countsVisit: ({ record }) => ({
      fields: { visits: (numberOf(record.fields, 'visits') ?? 0) + 1, quiet: null },
    }),
    raisesOne: ({ record }) => ({
      fields: { problems: (numberOf(record.fields, 'problems') ?? 0) + 1 },
    }),
    solvesOne: ({ record }) => ({
      fields: { solved: (numberOf(record.fields, 'solved') ?? 0) + 1 },
    }),
    isQuiet: () => ({ fields: { quiet: 'quiet' } }),
  },
  claims: {
    point: {
      label: '同一书记同一年度的同一联系点',
      fields: ['unit', 'year', 'point'],
      while: 'always',
    },
  },
  counters: {
    built: { label: '建立联系点', on: { start: true } },
    visited: { label: '到点', on: { event: 'PointVisited' } },
    solved: { label: '联系点帮助解决的问题', on: { event: 'PointProblemSolved' } },
  },
  parameters: {
    'contact-point.visit': limitParameter('联系点到点间隔', { qty: 90, unit: 'day' }),
  },
})
