import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { consultation } from '../../../kernel/patterns/consultation.ts'
import { committee, host, hostSeat, office, officeSeat, officials } from '../reviewing.ts'
import { basis, fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { making, states } from './states.ts'

const heard = consultation({
  role: 'heard',
  label: '被评单位',
  roles: ['head', 'leader', 'clerk', 'secretary'],
  asker: 'office',
  conclusions: [
    { value: 'agree', label: '同意' },
    { value: 'amend', label: '建议修改' },
    { value: 'object', label: '不同意' },
  ],
  parameter: 'score.opinion',
  limit: { qty: 10, unit: 'working-day' },
  basis: '评分表草案征求被评单位意见的时限，本市可设置',
})

const { name, basis: ground, subjects, host: hosting, office: doing, scope, edition } = fields
const drafted = { name, basis: ground, subjects, replaces: fields.replaces, items: fields.items }
const handed = { ...drafted, host: hosting, office: doing, scope, edition }

/**
 * 评分表: what units are scored by, each line a figure the platform counts. Those scored are heard, the
 * committee decides, and a change is a next version. It scores units and never a person.
 */
export const scoringSheet = defineKind({
  name: 'scoring-sheet',
  label: '评分表',
  group: 'appraisal-accountability',
  systems: ['responsibility-linkage'],
  version: 1,
  about: '给单位评分的规则：逐项列明指标、分值和调整方式，征求被评单位意见、审定公布，按版本修改。',
  fields,
  title: 'name',
  slots: { k1: 'subjects', n1: 'host', n2: 'scope' },
  relations: {
    starter: {
      label: '党委或组织部门',
      roles: officials,
      is: { unitType: ['committee', 'organisation'], over: 'place' },
    },
    host,
    office,
    decider: committee,
    reader: { label: '工作人员', is: { anyone: 'post' } },
    ...heard.relations,
  },
  see: ['reader'],
  seats: { host: hostSeat, office: officeSeat, ...heard.seats },
  responsible: 'office',
  starts: {
    draft: {
      label: '起草评分表',
      by: ['starter'],
      input: drafted,
      requires: ['itemsAreSound', 'replacesOwn'],
      records: 'SheetDrafted',
      says: '起草评分表：{name}',
      keeps: ['name', 'basis', 'subjects', 'replaces'],
      sets: ['actsForCommittee', 'isKeptHere', 'takesItems'],
      to: 'draft',
    },
    next: {
      label: '起草修订版',
      by: ['effect'],
      input: handed,
      records: 'NextSheetDrafted',
      says: '起草修订版：{name}',
      keeps: Object.keys(handed),
      to: 'draft',
    },
  },
  states,
  parties: heard.parties,
  clocks: making.clocks,
  mainClock: 'making',
  facts: {
    replaced: { kind: 'scoring-sheet', where: { id: { input: 'replaces' } }, want: 'first' },
    last: {
      kind: 'scoring-sheet',
      where: { id: { field: 'replaces' } },
      states: ['published'],
      want: 'first',
    },
    figure: {
      figure: { input: 'indicator' },
      area: { own: 'askerArea' },
      to: { own: 'today' },
    },
  },
  rules: { ...heard.rules, ...making.rules, ...rules },
  setters: { ...heard.setters, ...making.setters, ...setters },
  effects,
  claims: {
    working: {
      label: '同一对象正在制定的评分表',
      fields: ['scope', 'subjects'],
      while: 'always',
      states: ['draft', 'consulting', 'deciding', 'decided'],
    },
  },
  counters: {
    published: { label: '公布评分表', on: { enters: 'published' } },
  },
  parameters: {
    ...heard.parameters,
    'score.make': limitParameter('评分表制定时限', { qty: 40, unit: 'working-day' }, basis),
  },
})
