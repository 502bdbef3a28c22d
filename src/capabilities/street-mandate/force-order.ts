import { type Command, defineKind, limitParameter } from '../../kernel/kind.ts'
import { force, isDelegated, seatsBoth } from './stationed-force-command/delegated.ts'
import { basis, orderFields as fields } from './stationed-force-command/fields.ts'
import { grantOf, notesUseOf } from './street-empowerment/using.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const noteArriveLate: Command = {
  label: '到位超时',
  by: ['clock'],
  records: 'ForceArrivedLate',
  says: '超过到位时限',
  tells: ['department', 'holder'],
}

/** 派驻力量调度令: what the street orders a body stationed in it to do, where command is delegated. */
export const forceOrder = defineKind({
  name: 'force-order',
  label: '派驻力量调度令',
  group: 'street-mandate',
  systems: ['stationed-force-command'],
  version: 1,
  about: '街道对已下放指挥调度的派驻力量下令：到位、处置、街道确认。',
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'force', k2: 'urgency', n1: 'department', n2: 'holder' },
  searched: ['title', 'matter'],
  relations: {
    street: { label: '属地街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    holder: { label: '下令街道', roles: staff, is: { seat: 'holder' } },
    department: { label: '主管部门', roles: staff, is: { seat: 'department' } },
    above: {
      label: '市、区领导和督查单位',
      roles: ['leader', 'secretary', 'supervisor'],
      is: { unitType: ['committee', 'government', 'supervision'], over: 'place' },
    },
  },
  see: ['holder', 'department', 'above'],
  seats: {
    holder: { label: '下令街道', is: { field: 'holder' } },
    department: { label: '主管部门', is: { field: 'department' } },
  },
  responsible: 'department',
  starts: {
    order: {
      label: '下达调度令',
      by: ['street'],
      input: {
        force: fields.force,
        matter: fields.matter,
        urgency: fields.urgency,
        title: fields.title,
      },
      requires: ['commandIsDelegated'],
      records: 'ForceOrdered',
      says: '调度派驻力量：{matter}',
      keeps: ['force', 'matter', 'urgency', 'title'],
      sets: ['seatsBoth'],
      facts: ['grant'],
      effects: ['notesUse'],
      to: 'ordered',
      tells: ['department'],
    },
  },
  states: {
    ordered: {
      label: '待到位',
      is: 'working',
      step: 1,
      expects: [{ seat: 'department', command: 'arrive', clock: 'arrive' }],
      commands: {
        arrive: {
          label: '到位',
          by: ['department'],
          records: 'ForceArrived',
          says: '{unit}力量到位',
          to: 'arrived',
          tells: ['holder'],
        },
        noteArriveLate,
      },
    },
    arrived: {
      label: '处置中',
      is: 'working',
      step: 2,
      expects: [{ seat: 'department', command: 'finish', clock: 'handle' }],
      commands: {
        finish: {
          label: '处置完成',
          by: ['department'],
          input: { result: fields.result },
          records: 'ForceFinished',
          says: '处置完成：{result}',
          keeps: ['result'],
          to: 'finished',
          tells: ['holder'],
        },
        noteHandleLate: {
          label: '处置超时',
          by: ['clock'],
          records: 'ForceHandledLate',
          says: '超过处置时限',
          tells: ['department', 'holder'],
        },
      },
    },
    finished: {
      label: '待街道确认',
      is: 'working',
      step: 3,
      expects: [{ seat: 'holder', command: 'accept', clock: 'accept' }],
      commands: {
        accept: {
          label: '确认撤收',
          by: ['holder'],
          records: 'ForceReleased',
          says: '街道确认，力量撤收',
          to: 'released',
          tells: ['department'],
        },
        again: {
          label: '继续处置',
          by: ['holder'],
          input: { matter: fields.matter },
          records: 'ForceKept',
          says: '继续处置：{matter}',
          to: 'arrived',
          tells: ['department'],
        },
        takeAsAccepted: {
          label: '期满撤收',
          by: ['clock'],
          records: 'ForceReleasedInTime',
          says: '街道没有异议，力量撤收',
          to: 'released',
        },
      },
    },
    released: { label: '已撤收', is: 'end', step: 4 },
  },
  clocks: {
    arrive: {
      label: '到位',
      stages: [
        {
          limit: {
            field: 'urgency',
            parameters: { urgent: 'forceOrder.arrive.urgent', normal: 'forceOrder.arrive.normal' },
          },
          asks: 'noteArriveLate',
        },
      ],
      runs: ['ordered'],
      basis,
    },
    handle: {
      label: '处置',
      stages: [{ limit: { parameter: 'forceOrder.handle' }, asks: 'noteHandleLate' }],
      runs: ['arrived'],
      basis,
    },
    accept: {
      label: '街道确认',
      stages: [{ limit: { parameter: 'forceOrder.accept' }, asks: 'takeAsAccepted' }],
      runs: ['finished'],
      basis,
    },
  },
  mainClock: 'handle',
  countedBy: 'urgency',
  facts: { force, grant: grantOf('stationedForce') },
  rules: { commandIsDelegated: isDelegated('commands', '指挥调度') },
  setters: { seatsBoth },
  effects: { notesUse: notesUseOf('grant') },
  counters: {
    ordered: { label: '调度', on: { start: true } },
    arrivedLate: { label: '到位超时', on: { event: 'ForceArrivedLate' } },
    released: { label: '撤收', on: { enters: 'released' } },
  },
  parameters: {
    'forceOrder.arrive.urgent': limitParameter('紧急调度到位时限', { qty: 30, unit: 'minute' }),
    'forceOrder.arrive.normal': limitParameter('一般调度到位时限', {
      qty: 4,
      unit: 'working-hour',
    }),
    'forceOrder.handle': limitParameter('调度处置时限', { qty: 3, unit: 'working-day' }),
    'forceOrder.accept': limitParameter('街道确认时限', { qty: 2, unit: 'working-day' }),
  },
})
