import { isEnded } from '../../kernel/directory.ts'
import { defineKind } from '../../kernel/kind.ts'
import { numberOf, textOf } from '../../kernel/field.ts'

const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  appeal: { type: 'record', of: 'resident-appeal', label: '争议的诉求' },
  returner: { type: 'unit', label: '最后退单单位' },
  complained: { type: 'unit', label: '被反映的单位' },
  claim: { type: 'long', label: '退单理由', max: 500 },
  category: { type: 'choice', label: '诉求类别', options: 'categories' },
  dutyItem: { type: 'record', of: 'duty-item', label: '清单事项' },
  lead: { type: 'unit', label: '裁定主办单位' },
  reason: { type: 'long', label: '裁定理由', max: 1000 },
  endReason: { type: 'text', label: '失效理由', max: 200 },
} as const

const basis = '两次退单后会商裁定,24 小时内作出'

/**
 * 退单裁定: after two returns the dispute is ruled on once, within a day, and the ruling stands as a
 * precedent that dispatch names and uses the next time.
 */
export const returnRuling = defineKind({
  name: 'return-ruling',
  label: '退单裁定',
  group: 'command-response',
  systems: ['swift-response'],
  version: 1,
  about: '同一诉求退单两次以上的，由机构编制部门会商裁定主办单位，裁定成为今后派单的先例。',
  fields,
  title: 'title',
  slots: { k1: 'category', k2: 'dutyItem', k3: 'appeal', n1: 'lead' },
  relations: {
    arbiter: {
      label: '裁定单位',
      roles: ['arbiter', 'head'],
      is: { function: 'ruling', over: 'place' },
    },
    returner: { label: '退单单位', is: { seat: 'returner' } },
    lead: { label: '裁定的主办单位', is: { seat: 'lead' } },
    intake: { label: '受理派单单位', is: { function: 'dispatch', over: 'place' } },
    supervisor: { label: '督查单位', is: { function: 'supervise', over: 'place' } },
  },
  see: ['arbiter', 'returner', 'lead', 'intake', 'supervisor'],
  seats: {
    arbiter: { label: '裁定单位', is: { function: 'ruling' } },
    returner: { label: '退单单位', is: { field: 'returner' } },
    lead: { label: '主办单位', is: { field: 'lead' } },
  },
  responsible: 'arbiter',
  complainedOf: 'complained',
  countedBy: 'category',
  starts: {
    request: {
      label: '提请裁定',
      by: ['effect'],
      input: {
        title: fields.title,
        appeal: { ...fields.appeal, required: true },
        returner: fields.returner,
        complained: fields.complained,
        claim: fields.claim,
        category: fields.category,
        dutyItem: fields.dutyItem,
      },
      records: 'RulingRequested',
      says: '两次退单，提请裁定',
      keeps: ['title', 'appeal', 'returner', 'complained', 'claim', 'category', 'dutyItem'],
      to: 'hearing',
      tells: ['arbiter'],
    },
  },
  states: {
    hearing: {
      label: '待裁定',
      is: 'working',
      step: 1,
      expects: [{ seat: 'arbiter', command: 'rule', clock: 'ruling' }],
      commands: {
        rule: {
          label: '裁定',
          by: ['arbiter'],
          input: {
            lead: { ...fields.lead, required: true },
            dutyItem: { ...fields.dutyItem, required: true },
            reason: { ...fields.reason, required: true, min: 4 },
          },
          requires: ['leadIsWithinReach', 'restsOnAnItem', 'withdrawnItemStaysAbove'],
          records: 'RulingMade',
          says: '裁定由 {lead} 主办：{reason}',
          keeps: ['lead', 'dutyItem', 'reason'],
          to: 'inForce',
          effects: ['tellsAppeal'],
          tells: ['lead', 'returner'],
        },
        drop: {
          label: '不再裁定',
          by: ['effect'],
          records: 'RulingDropped',
          says: '诉求已撤回，不再裁定',
          to: 'dropped',
          tells: ['arbiter', 'returner'],
        },
        noteLate: {
          label: '裁定超时',
          by: ['clock'],
          records: 'RulingRanLate',
          says: '超过裁定时限',
          tells: ['arbiter'],
        },
      },
    },
    inForce: {
      label: '先例生效',
      is: 'resting',
      step: 2,
      commands: {
        revoke: {
          label: '不再适用',
          by: ['arbiter'],
          input: { endReason: { ...fields.endReason, required: true } },
          records: 'RulingRevoked',
          says: '不再作为先例：{endReason}',
          keeps: ['endReason'],
          to: 'revoked',
          grave: true,
        },
      },
    },
    revoked: { label: '不再适用', is: 'end', step: 3 },
    dropped: { label: '未作裁定', is: 'end', step: 3 },
  },
  clocks: {
    ruling: {
      label: '裁定',
      stages: [{ limit: { parameter: 'ruling.limit' }, asks: 'noteLate' }],
      runs: ['hearing'],
      basis,
    },
  },
  mainClock: 'ruling',
  facts: {
    item: { kind: 'duty-item', where: { id: { input: 'dutyItem' } }, want: 'first' },
  },
  rules: {
    leadIsWithinReach: {
      says: '裁定的主办单位不在诉求所在地或已撤销',
      basis,
      input: true,
      holds: ({ input, record, world }) => {
        const unit = world.directory.units.get(numberOf(input, 'lead') ?? 0)
        const { city, district, street } = record.place
        return (
          unit !== undefined &&
          !isEnded(world.directory, unit) &&
          unit.type !== 'community' &&
          [city, district, street].includes(unit.area)
        )
      },
    },
    restsOnAnItem: {
      says: '裁定要依据一条生效的清单事项',
      basis: '街道履行职责事项清单',
      input: true,
      facts: ['item'],
      holds: ({ facts }) => facts['item']?.rows[0]?.state === 'inForce',
    },
    withdrawnItemStaysAbove: {
      says: '该事项已由上级部门收回，不能裁定给街道',
      basis: '街道履行职责事项清单',
      input: true,
      facts: ['item'],
      holds: ({ facts, input, world }) => {
        const unit = world.directory.units.get(numberOf(input, 'lead') ?? 0)
        const fields = facts['item']?.rows[0]?.fields
        return !(
          fields !== undefined &&
          textOf(fields, 'type') === 'withdrawn' &&
          unit?.type.startsWith('street') === true
        )
      },
    },
  },
  effects: {
    tellsAppeal: ({ record }) => {
      const appeal = textOf(record.fields, 'appeal')
      return appeal === undefined
        ? []
        : [
            {
              ask: appeal,
              kind: 'resident-appeal',
              command: 'rule',
              input: {
                lead: record.fields['lead'] ?? null,
                dutyItem: record.fields['dutyItem'] ?? null,
                precedent: record.id,
              },
            },
          ]
    },
  },
  claims: {
    appeal: { label: '同一诉求的裁定', fields: ['appeal'], while: 'open', states: ['hearing'] },
  },
  counters: { ruled: { label: '裁定', on: { event: 'RulingMade' } } },
  parameters: {
    'ruling.limit': {
      label: '裁定时限',
      type: 'limit',
      default: { qty: 24, unit: 'hour' },
      basis: '本市参数，可在设置中修改',
    },
  },
})
