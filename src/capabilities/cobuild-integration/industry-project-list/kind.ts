import { listOf, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { FactRef, FactRow, RecordFact } from '../../../kernel/fact.ts'
import { type Context, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { documents } from '../industry-document/kind.ts'
import { cityMaySet, ownUnit, staff } from '../partners.ts'

const basis = '参与基层治理情况作为考核党建成效的重要内容'

const fields = {
  title: { type: 'text', label: '名称', required: true, min: 4, max: 100 },
  industry: { type: 'unit', of: ['department'], label: '行业部门', required: true },
  judge: { type: 'unit', label: '考核单位' },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  missing: { type: 'choices', label: '缺少的文件', options: documents, max: 3 },
  lines: { type: 'number', label: '事项数' },
  done: { type: 'number', label: '完成的事项数' },
  points: { type: 'number', label: '总分值' },
  earned: { type: 'number', label: '得分' },
  share: { type: 'number', label: '得分率（%）' },
  decision: { type: 'long', label: '考核意见', max: 2000 },
} as const

const takes = {
  label: '重新取数',
  by: ['judge', 'industry'],
  records: 'IndustrySheetRedrawn',
  says: '按三份文件重新取数',
  sets: ['takesKnownLines'],
  facts: ['known'],
  moves: [{ to: 'drawn', when: 'hasAllThree' }],
  to: 'incomplete',
} as const

const { title, industry, year } = fields

/**
 * 行业党建考核表: an industry's sheet for a year takes its lines from the three documents alone; while
 * one of them is missing the sheet is incomplete and says which (R056). People decide what it means.
 */
export const industryProjectList = defineKind({
  name: 'industry-project-list',
  label: '行业党建考核表',
  group: 'cobuild-integration',
  systems: ['industry-project-list'],
  version: 1,
  about: '从项目清单、公开承诺、任务指导书取分项，缺一份即不完整；结论由考核单位作出。',
  fields,
  title: 'title',
  slots: { n1: 'industry', n2: 'year' },
  searched: ['title'],
  relations: {
    starter: {
      label: '党委、组织部门',
      roles: staff,
      is: { unitType: ['committee', 'organisation'], over: 'place' },
    },
    judge: { label: '考核单位', roles: staff, is: { seat: 'judge' } },
    industry: { label: '行业部门', roles: staff, is: { seat: 'industry' } },
  },
  see: ['starter', 'judge', 'industry'],
  seats: {
    judge: { label: '考核单位', is: { field: 'judge' } },
    industry: { label: '行业部门', is: { field: 'industry' } },
  },
  responsible: 'industry',
  starts: {
    draw: {
      label: '取考核表',
      by: ['starter'],
      input: { title, industry, year },
      records: 'IndustrySheetDrawn',
      says: '从三份文件取考核分项',
      keeps: ['title', 'industry', 'year'],
      sets: ['keepsJudge', 'takesLines'],
      facts: ['named'],
      moves: [{ to: 'drawn', when: 'hasAllThree' }],
      to: 'incomplete',
      tells: ['industry'],
    },
  },
  states: {
    incomplete: {
      label: '不完整',
      is: 'working',
      step: 1,
      expects: [{ seat: 'industry', command: 'redraw', clock: 'complete' }],
      commands: {
        redraw: takes,
        noteIncomplete: {
          label: '补齐超时',
          by: ['clock'],
          records: 'IndustrySheetStayedIncomplete',
          says: '没有按时补齐文件',
          tells: ['industry', 'judge'],
        },
      },
    },
    drawn: {
      label: '待考核',
      is: 'working',
      step: 2,
      expects: [{ seat: 'judge', command: 'settle', clock: 'settle' }],
      commands: {
        redraw: takes,
        settle: {
          label: '记考核意见',
          by: ['judge'],
          input: { decision: { ...fields.decision, required: true } },
          records: 'IndustrySheetSettled',
          says: '考核意见：{decision}',
          keeps: ['decision'],
          to: 'settled',
          tells: ['industry'],
        },
        noteSettleLate: {
          label: '考核超时',
          by: ['clock'],
          records: 'IndustrySheetSettleRanLate',
          says: '没有按时记考核意见',
          tells: ['judge'],
        },
      },
    },
    settled: { label: '已考核', is: 'end', step: 3 },
  },
  clocks: {
    complete: {
      label: '补齐',
      stages: [{ limit: { parameter: 'industrySheet.complete' }, asks: 'noteIncomplete' }],
      runs: ['incomplete'],
      basis: cityMaySet,
    },
    settle: {
      label: '考核',
      stages: [{ limit: { parameter: 'industrySheet.settle' }, asks: 'noteSettleLate' }],
      runs: ['drawn'],
      basis: cityMaySet,
    },
  },
  mainClock: 'settle',
  facts: {
    named: linesOf({ industry: { input: 'industry' }, year: { input: 'year' } }),
    known: linesOf({ industry: { field: 'industry' }, year: { field: 'year' } }),
  },
  rules: {
    hasAllThree: {
      id: 'R056',
      says: '三份文件不齐，考核表不完整',
      instead: '请行业部门先公布缺少的文件',
      basis,
      holds: ({ record }) => listOf(record.fields, 'missing').length === 0,
    },
  },
  setters: {
    keepsJudge: (context) => ({ fields: { judge: ownUnit(context) ?? null } }),
    takesLines: (context) => ({ fields: sheetOf(context, 'named') }),
    takesKnownLines: (context) => ({ fields: sheetOf(context, 'known') }),
  },
  claims: {
    year: { label: '行业部门的年度考核表', fields: ['industry', 'year'], while: 'always' },
  },
  counters: {
    drawn: { label: '行业考核表', on: { start: true } },
    incomplete: { label: '不完整的考核表', cohort: ({ state }) => state === 'incomplete' },
  },
  parameters: {
    'industrySheet.complete': limitParameter('考核表补齐时限', { qty: 20, unit: 'working-day' }),
    'industrySheet.settle': limitParameter('考核意见时限', { qty: 20, unit: 'working-day' }),
  },
})

function linesOf(where: Readonly<Record<string, FactRef>>): RecordFact {
  return {
    kind: 'industry-document',
    where,
    states: ['published', 'reported', 'done'],
    want: 'list',
  }
}

/** What the three documents say: their points, and what the territories confirmed of them. */
function sheetOf({ facts }: Context, fact: string): Values {
  const rows = facts[fact]?.rows ?? []
  const done = rows.filter(({ state }) => state === 'done')
  const points = sumOf(rows)
  const earned = sumOf(done)
  return {
    missing: documents
      .map(({ value }) => value)
      .filter((value) => !rows.some((row) => textOf(row.fields, 'sort') === value)),
    lines: rows.length,
    done: done.length,
    points,
    earned,
    share: points === 0 ? null : Math.round((earned * 1000) / points) / 10,
  }
}

function sumOf(rows: readonly FactRow[]): number {
  return rows.reduce((total, row) => total + (numberOf(row.fields, 'points') ?? 0), 0)
}
