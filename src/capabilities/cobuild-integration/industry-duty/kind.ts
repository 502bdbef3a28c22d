import { areaHolds } from '../../../kernel/area-tree.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { above, cityMaySet, ownUnit, signers, staff, whereUnitLies } from '../partners.ts'

const basis = '规范行业系统与属地党建责任，建立定期协商、共抓落实机制'

const fields = {
  title: { type: 'text', label: '名称', required: true, min: 4, max: 100 },
  system: { type: 'choice', label: '行业系统', required: true, options: 'industry-systems' },
  industry: { type: 'unit', label: '行业部门' },
  territory: { type: 'unit', of: ['committee', 'street'], label: '属地', required: true },
  industryDuties: { type: 'long', label: '行业系统的责任', required: true, max: 3000 },
  territoryDuties: { type: 'long', label: '属地的责任', required: true, max: 3000 },
  signedOn: { type: 'day', label: '签订日期' },
  consultedOn: { type: 'day', label: '协商日期' },
  outcome: { type: 'long', label: '协商和落实情况', max: 2000 },
  overdue: { type: 'flag', label: '协商逾期' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { title, system, territory, industryDuties, territoryDuties } = fields
const opening = { title, system, territory, industryDuties, territoryDuties }
const reason = { reason: { ...fields.reason, required: true } }
const both = ['industry', 'territory']

/**
 * 行业系统与属地责任清单: what an industry system and a territory owe one another, signed by both.
 * The system counts only while the list is in force and the two consult in the period (R131).
 */
export const industryDuty = defineKind({
  name: 'industry-duty',
  label: '行业与属地责任清单',
  group: 'cobuild-integration',
  systems: ['industry-territory-duty'],
  version: 1,
  about: '一个行业系统与一个属地互相承担的责任，双方签订，定期协商、共抓落实。',
  fields,
  title: 'title',
  slots: { k1: 'system', n1: 'industry', n2: 'territory', t1: 'consultedOn' },
  searched: ['title'],
  relations: {
    starter: {
      label: '行业部门',
      roles: staff,
      is: { unitType: ['department'], over: 'place' },
    },
    industry: { label: '行业部门', roles: staff, is: { seat: 'industry' } },
    territory: { label: '属地', roles: staff, is: { seat: 'territory' } },
    industrySigner: { label: '行业部门负责人', roles: signers, is: { seat: 'industry' } },
    territorySigner: { label: '属地负责人', roles: signers, is: { seat: 'territory' } },
    above,
  },
  see: ['industry', 'territory', 'above'],
  seats: {
    industry: { label: '行业部门', is: { field: 'industry' } },
    territory: { label: '属地', is: { field: 'territory' } },
  },
  responsible: 'industry',
  starts: {
    draft: {
      label: '拟定责任清单',
      by: ['starter'],
      input: opening,
      requires: ['territoryIsWithin'],
      records: 'IndustryDutyDrafted',
      says: '{unit} 拟定责任清单',
      keeps: Object.keys(opening),
      sets: ['keepsIndustry'],
      to: 'drafted',
      tells: ['territory'],
    },
  },
  states: {
    drafted: {
      label: '待属地签订',
      is: 'working',
      step: 1,
      expects: [{ seat: 'territory', command: 'sign', clock: 'sign' }],
      commands: {
        sign: {
          label: '签订',
          by: ['territorySigner'],
          records: 'IndustryDutySigned',
          says: '{unit} 签订',
          sets: ['keepsSigning'],
          to: 'signed',
          tells: ['industry'],
        },
        sendBack: {
          label: '退回修改',
          by: ['territorySigner'],
          input: reason,
          records: 'IndustryDutySentBack',
          says: '退回修改：{reason}',
          keeps: ['reason'],
          to: 'redrafting',
          tells: ['industry'],
        },
        noteSignLate: {
          label: '签订超时',
          by: ['clock'],
          records: 'IndustryDutySignRanLate',
          says: '没有按时签订',
          tells: ['territory'],
        },
      },
    },
    redrafting: {
      label: '修改中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'industry', command: 'redraft', clock: 'redraft' }],
      commands: {
        redraft: {
          label: '重新送签',
          by: ['industry'],
          input: { industryDuties, territoryDuties },
          records: 'IndustryDutyRedrafted',
          says: '修改后重新送签',
          keeps: ['industryDuties', 'territoryDuties'],
          to: 'drafted',
          tells: ['territory'],
        },
        noteRedraftLate: {
          label: '修改超时',
          by: ['clock'],
          records: 'IndustryDutyRedraftRanLate',
          says: '没有按时修改送签',
          tells: ['industry'],
        },
      },
    },
    signed: {
      label: '执行中',
      is: 'working',
      step: 2,
      expects: [{ seat: 'industry', command: 'consult', clock: 'consult' }],
      commands: {
        consult: {
          label: '记协商落实',
          by: both,
          input: {
            consultedOn: { ...fields.consultedOn, required: true, default: 'today' },
            outcome: { ...fields.outcome, required: true },
          },
          requires: ['dayHasCome'],
          records: 'IndustryConsulted',
          says: '{consultedOn} 协商：{outcome}',
          keeps: ['consultedOn', 'outcome'],
          sets: ['clearsOverdue'],
          tells: both,
        },
        noteOverdue: {
          label: '协商逾期',
          by: ['clock'],
          records: 'IndustryConsultationOverdue',
          says: '本周期没有协商',
          sets: ['keepsOverdue'],
          tells: both,
        },
        end: {
          label: '终止',
          by: ['industrySigner', 'territorySigner'],
          input: reason,
          records: 'IndustryDutyEnded',
          says: '终止：{reason}',
          keeps: ['reason'],
          to: 'ended',
          tells: both,
          grave: true,
        },
      },
    },
    ended: { label: '已终止', is: 'end', step: 3 },
  },
  clocks: {
    sign: {
      label: '签订',
      stages: [{ limit: { parameter: 'industryDuty.sign' }, asks: 'noteSignLate' }],
      runs: ['drafted'],
      basis: cityMaySet,
    },
    redraft: {
      label: '修改',
      stages: [{ limit: { parameter: 'industryDuty.sign' }, asks: 'noteRedraftLate' }],
      runs: ['redrafting'],
      basis: cityMaySet,
    },
    consult: {
      label: '协商',
      stages: [{ limit: { parameter: 'industryDuty.consult' }, asks: 'noteOverdue' }],
      runs: ['signed'],
      restarts: ['IndustryConsulted'],
      basis: `行业系统与属地定期协商，周期为${cityMaySet}`,
    },
  },
  mainClock: 'consult',
  countedBy: 'system',
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
    dayHasCome: {
      says: '还没到的日子不能记',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'consultedOn') ?? '') <= dayOf(at),
    },
  },
  setters: {
    keepsIndustry: (context) => ({
      fields: { industry: ownUnit(context) ?? null },
      ...whereUnitLies(context, numberOf(context.input, 'territory')),
    }),
    keepsSigning: ({ at }) => ({ fields: { signedOn: dayOf(at) } }),
    keepsOverdue: () => ({ fields: { overdue: true } }),
    clearsOverdue: () => ({ fields: { overdue: false } }),
  },
  claims: {
    pair: {
      label: '同一部门与属地的责任清单',
      fields: ['system', 'industry', 'territory'],
      while: 'open',
    },
  },
  counters: {
    consulted: { label: '协商', on: { event: 'IndustryConsulted' } },
    overdue: {
      label: '协商逾期的清单',
      cohort: ({ state, fields: own }) => state === 'signed' && own['overdue'] === true,
    },
  },
  parameters: {
    'industryDuty.sign': limitParameter('责任清单签订时限', { qty: 10, unit: 'working-day' }),
    'industryDuty.consult': limitParameter('行业与属地协商周期', { qty: 90, unit: 'day' }),
  },
})
