import { areaHolds } from '../../../kernel/area-tree.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { cityMaySet, ownUnit, staff, typeOf, whereUnitLies } from '../partners.ts'

const basis = '单位参与基层治理纳入行业党建项目清单、书记公开承诺和任务指导书'

/** The three documents from which an industry's appraisal sheet takes its lines (R056). */
export const documents = [
  { value: 'projects', label: '行业党建项目清单' },
  { value: 'commitment', label: '行业党委书记公开承诺' },
  { value: 'guidance', label: '行业基层党组织任务指导书' },
] as const

const fields = {
  title: { type: 'text', label: '事项', required: true, min: 4, max: 200 },
  sort: { type: 'choice', label: '所在文件', required: true, options: documents },
  industry: { type: 'unit', label: '行业部门' },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  territory: { type: 'unit', of: ['street', 'community'], label: '对接的属地', required: true },
  points: { type: 'number', label: '分值', required: true, min: 1, max: 100 },
  dueOn: { type: 'day', label: '完成期限', required: true },
  progress: { type: 'long', label: '完成情况', max: 1000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { title, sort, year, territory, points, dueOn } = fields
const opening = { sort, title, year, territory, points, dueOn }

/** 行业党建事项: a line of one of an industry's three documents, linked to a territory, which says
 *  whether it was done. */
export const industryDocument = defineKind({
  name: 'industry-document',
  label: '行业党建事项',
  group: 'cobuild-integration',
  systems: ['industry-project-list'],
  version: 1,
  about: '项目清单、公开承诺、任务指导书里的一项，对接到社区，完成与否由属地确认。',
  fields,
  title: 'title',
  slots: { k1: 'sort', n1: 'industry', n2: 'year', t1: 'dueOn' },
  searched: ['title'],
  relations: {
    starter: { label: '行业部门', roles: staff, is: { unitType: ['department'], over: 'place' } },
    industry: { label: '行业部门', roles: staff, is: { seat: 'industry' } },
    territory: { label: '属地', roles: staff, is: { seat: 'territory' } },
    official: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['official'],
  seats: {
    industry: { label: '行业部门', is: { field: 'industry' } },
    territory: { label: '属地', is: { field: 'territory' } },
  },
  responsible: 'industry',
  starts: {
    publish: {
      label: '公布事项',
      by: ['starter'],
      input: opening,
      requires: ['territoryIsWithin', 'projectHasCommunity', 'looksAhead'],
      records: 'IndustryLinePublished',
      says: '{unit} 公布：{title}',
      keeps: Object.keys(opening),
      sets: ['keepsIndustry'],
      to: 'published',
      tells: ['territory'],
    },
  },
  states: {
    published: {
      label: '落实中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'industry', command: 'report', clock: 'due' }],
      commands: {
        report: {
          label: '报完成情况',
          by: ['industry'],
          input: { progress: { ...fields.progress, required: true } },
          records: 'IndustryLineReported',
          says: '完成情况：{progress}',
          keeps: ['progress'],
          to: 'reported',
          tells: ['territory'],
        },
        noteLate: {
          label: '完成超时',
          by: ['clock'],
          records: 'IndustryLineRanLate',
          says: '超过完成期限',
          tells: ['industry'],
        },
      },
    },
    reported: {
      label: '待属地确认',
      is: 'working',
      step: 2,
      expects: [{ seat: 'territory', command: 'confirm', clock: 'confirm' }],
      commands: {
        confirm: {
          label: '确认完成',
          by: ['territory'],
          records: 'IndustryLineConfirmed',
          says: '{unit} 确认完成',
          to: 'done',
          tells: ['industry'],
        },
        sendBack: {
          label: '没有完成',
          by: ['territory'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'IndustryLineSentBack',
          says: '没有完成：{reason}',
          keeps: ['reason'],
          to: 'published',
          tells: ['industry'],
        },
        noteConfirmLate: {
          label: '确认超时',
          by: ['clock'],
          records: 'IndustryLineConfirmRanLate',
          says: '没有按时确认',
          tells: ['territory'],
        },
      },
    },
    done: { label: '已完成', is: 'end', step: 3 },
  },
  clocks: {
    due: {
      label: '完成期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['published'],
      basis,
    },
    confirm: {
      label: '确认',
      stages: [{ limit: { parameter: 'industryLine.confirm' }, asks: 'noteConfirmLate' }],
      runs: ['reported'],
      basis: cityMaySet,
    },
  },
  mainClock: 'due',
  countedBy: 'sort',
  rules: {
    territoryIsWithin: {
      says: '属地要在本部门的范围内',
      basis,
      input: true,
      holds: (context) => {
        const { directory } = context.world
        const own = directory.units.get(ownUnit(context) ?? 0)?.area
        const area = directory.units.get(numberOf(context.input, 'territory') ?? 0)?.area
        return own !== undefined && area !== undefined && areaHolds(directory, own, area)
      },
    },
    projectHasCommunity: {
      says: '项目要对接到社区',
      instead: '请选择一个社区',
      basis,
      input: true,
      holds: (context) =>
        textOf(context.input, 'sort') !== 'projects' ||
        typeOf(context, numberOf(context.input, 'territory')) === 'community',
    },
    looksAhead: {
      says: '完成期限不能早于今天',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') >= dayOf(at),
    },
  },
  setters: {
    keepsIndustry: (context) => ({
      fields: { industry: ownUnit(context) ?? null },
      ...whereUnitLies(context, numberOf(context.input, 'territory')),
    }),
  },
  counters: {
    published: { label: '公布的事项', on: { start: true } },
    done: { label: '完成的事项', cohort: ({ state }) => state === 'done' },
  },
  parameters: {
    'industryLine.confirm': limitParameter('行业事项确认时限', { qty: 5, unit: 'working-day' }),
  },
})
