import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { actsAsHost, hostRelations, hostSeats, staff } from '../superior.ts'
import { everHeld, facts } from './facts.ts'
import { fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { clocks, states } from './states.ts'

const planned = {
  year: fields.year,
  category: fields.category,
  meetingOn: fields.meetingOn,
  reporters: fields.reporters,
  earlier: fields.earlier,
  title: fields.title,
} as const

/**
 * 述职评议考核（年度周期）: once a year a Party organisation has the secretaries of one category
 * report, in three stages of which none begins before the one before is done.
 */
export const appraisalCycle = defineKind({
  name: 'appraisal-cycle',
  label: '述职评议考核',
  group: 'appraisal-accountability',
  systems: ['appraisal-cycle', 'appraisal-by-category'],
  version: 1,
  about: '一年一次的书记抓基层党建述职评议考核：部署、会前调研、会上述职评议、会后整改，依次进行。',
  fields,
  title: 'title',
  slots: { k1: 'category', k2: 'focus', k3: 'level', n1: 'host', n2: 'year', t1: 'meetingOn' },
  searched: ['title'],
  relations: {
    ...hostRelations,
    reporter: { label: '述职的党组织', roles: staff, is: { party: 'reporter' } },
    above: {
      label: '本级和上级党委、组织部门',
      roles: staff,
      is: { unitType: ['committee', 'organisation'], over: 'place' },
    },
  },
  see: ['host', 'office', 'reporter', 'above'],
  seats: hostSeats,
  responsible: 'host',
  starts: {
    plan: {
      label: '部署述职评议考核',
      by: ['starter'],
      input: planned,
      requires: ['yearIsNear', 'meetingIsAhead', 'reportersAreBelow', 'hasTemplate'],
      records: 'CyclePlanned',
      says: '部署{year}年度述职评议考核，{meetingOn} 开会',
      keeps: ['year', 'category', 'meetingOn', 'title'],
      sets: ['actsAsHost', 'isPlanned', 'asksReporters'],
      facts: ['cycles'],
      to: 'preparing',
    },
  },
  states,
  parties: {
    reporter: {
      label: '述职的党组织',
      start: 'listed',
      states: { listed: { label: '在名单内', is: 'resting' } },
    },
  },
  clocks,
  mainClock: 'research',
  countedBy: 'category',
  facts,
  rules,
  setters: { ...setters, actsAsHost },
  effects,
  claims: {
    year: {
      label: '同一党组织同一年度同一类别的述职评议考核',
      fields: ['host', 'category', 'year'],
      while: 'always',
      states: everHeld,
    },
  },
  counters: {
    planned: { label: '部署的述职评议考核', cohort: ({ state }) => state !== 'dropped' },
    closed: { label: '办结的述职评议考核', cohort: ({ state }) => state === 'closed' },
  },
  parameters: {
    'cycle.prepare': limitParameter('述职评议筹备时限', { qty: 20, unit: 'working-day' }),
    'cycle.meeting': limitParameter('会上述职评议时限', { qty: 10, unit: 'working-day' }),
    'cycle.rectify': limitParameter('会后整改落实时限', { qty: 120, unit: 'working-day' }),
  },
})
