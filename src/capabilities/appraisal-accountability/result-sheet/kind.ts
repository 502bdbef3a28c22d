import type { DocumentPart } from '../../../kernel/document.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import {
  cityMaySet,
  committee,
  hostSeat,
  officeSeat,
  themselves,
  trustedOffice,
  trustedStarter,
  unitSeat,
} from '../reviewing.ts'
import { basis, fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { states } from './states.ts'

const { year, unit } = fields
const begun = { year, unit } as const

/** What every channel reads: there is one set of values, so no two can differ. */
const values: readonly DocumentPart[] = [
  { heading: '指出的问题', field: 'raised' },
  { heading: '已销号', field: 'closed' },
  { heading: '超期未销号', field: 'overdue' },
  { heading: '上年结转', field: 'carried' },
]

/**
 * 责任结果单: one for a unit and a year, its values drawn by the platform, read in the performance
 * appraisal, the secretaries' appraisal and inspection alike. Of inspection it holds a number alone.
 */
export const resultSheet = defineKind({
  name: 'result-sheet',
  label: '责任结果单',
  group: 'appraisal-accountability',
  systems: ['responsibility-linkage'],
  version: 1,
  about: '一个单位一年一张结果单，实绩考核、述职评议、巡视巡察三处用同一组数。',
  fields,
  title: 'title',
  slots: { n1: 'unit', n2: 'year' },
  relations: {
    trustedStarter,
    committee,
    trustedOffice,
    own: { label: '本单位负责人', roles: themselves, is: { seat: 'unit' } },
    inspection: {
      label: '巡察机构',
      roles: ['head', 'supervisor'],
      is: { seat: 'inspection' },
    },
  },
  see: ['committee', 'trustedOffice', 'own', 'inspection'],
  tellsReaders: true,
  seats: {
    host: hostSeat,
    office: officeSeat,
    unit: unitSeat,
    inspection: { label: '巡察机构', is: { function: 'supervise' } },
  },
  responsible: 'host',
  starts: {
    draw: {
      label: '取数成单',
      by: ['trustedStarter'],
      input: begun,
      requires: ['answersToAsker'],
      records: 'SheetDrawn',
      says: '按本年度记录取数',
      keeps: Object.keys(begun),
      sets: ['actsForCommittee', 'isNamed', 'drawsValues'],
      facts: ['drawn'],
      to: 'drawn',
    },
  },
  states,
  clocks: {
    issue: {
      label: '出单',
      stages: [{ limit: { parameter: 'sheet.issue' }, asks: 'noteIssueLate' }],
      runs: ['drawn'],
      basis: cityMaySet,
    },
    close: {
      label: '办结',
      stages: [{ limit: { parameter: 'sheet.close' }, asks: 'noteCloseLate' }],
      runs: ['issued'],
      basis: cityMaySet,
    },
  },
  mainClock: 'close',
  documents: {
    performance: {
      label: '实绩考核用结果单',
      heading: '{title}（实绩考核）',
      parts: [...values, { heading: '内容和分量', field: 'performance' }],
      signs: { seat: 'host' },
    },
    appraisal: {
      label: '述职评议用结果单',
      heading: '{title}（述职评议考核）',
      parts: [...values, { heading: '内容和分量', field: 'appraisal' }],
      signs: { seat: 'host' },
    },
    inspection: {
      label: '巡视巡察用结果单',
      heading: '{title}（巡视巡察）',
      parts: [...values, { heading: '巡视巡察编号', field: 'inspection' }],
      signs: { seat: 'host' },
    },
  },
  facts: {
    drawn: { kind: 'appraisal-problem', where: { unit: { input: 'unit' } }, want: 'list' },
    redrawn: { kind: 'appraisal-problem', where: { unit: { field: 'unit' } }, want: 'list' },
  },
  rules,
  setters,
  effects,
  claims: {
    year: { label: '同一单位同一年度的结果单', fields: ['unit', 'year'], while: 'always' },
  },
  counters: {
    issued: { label: '出具结果单', on: { event: 'SheetIssued' } },
    closed: { label: '三处一致的结果单', cohort: ({ state }) => state === 'closed' },
  },
  parameters: {
    'sheet.issue': limitParameter('结果单出单时限', { qty: 10, unit: 'working-day' }),
    'sheet.close': limitParameter('结果单办结时限', { qty: 60, unit: 'working-day' }),
    'sheet.cutOff': {
      label: '单位排名最后几名提请约谈',
      type: 'number',
      default: 1,
      basis: `${basis}；填 0 不提请`,
    },
  },
})
