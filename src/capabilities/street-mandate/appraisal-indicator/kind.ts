import { isGiven, listOf, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind } from '../../../kernel/kind.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { streetsAreWithin } from '../sides.ts'

const basis = '健全与街道职责相适应的考评体系'
const fields = {
  name: { type: 'code', label: '考评指标', required: true, max: 100 },
  dutyItem: {
    type: 'record',
    of: 'duty-item',
    label: '对应的职责清单事项',
    help: '没有对应职责的，不能考评街道',
  },
  weight: { type: 'number', label: '权重', required: true, min: 1, max: 100 },
  figure: { type: 'code', label: '取数指标编号', max: 40, help: '平台已有的指标，由平台算出' },
  method: { type: 'code', label: '评价办法', required: true, max: 500 },
  streets: { type: 'units', label: '街道', of: ['street'], required: true, max: 200 },
  from: { type: 'day', label: '期间从', required: true },
  to: { type: 'day', label: '期间到', required: true },
  endReason: { type: 'code', label: '停用理由', required: true, max: 200 },
} as const
const said = {
  name: fields.name,
  dutyItem: fields.dutyItem,
  weight: fields.weight,
  figure: fields.figure,
  method: fields.method,
} as const

/** 街道考评指标: what a street may be appraised on, each bound to an item of its duty list. */
export const appraisalIndicator = defineKind({
  name: 'appraisal-indicator',
  label: '街道考评指标',
  group: 'street-mandate',
  systems: ['street-appraisal'],
  version: 1,
  about: '对街道的考评只用与职责清单对应的指标，写明权重和取数办法，按期对街道（不对个人）开展。',
  fields,
  title: 'name',
  slots: { k1: 'dutyItem', n1: 'weight' },
  relations: {
    keeper: {
      label: '组织部门',
      roles: ['clerk', 'head'],
      is: { function: 'organise', over: 'place' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { keeper: { label: '组织部门', is: { function: 'organise' } } },
  responsible: 'keeper',
  starts: {
    set: {
      label: '设置考评指标',
      by: ['keeper'],
      input: said,
      requires: ['restsOnADuty'],
      records: 'IndicatorSet',
      says: '设置考评指标：{name}',
      keeps: Object.keys(said),
      to: 'inForce',
    },
  },
  states: {
    inForce: {
      label: '使用中',
      is: 'resting',
      commands: {
        change: {
          label: '调整',
          by: ['keeper'],
          input: said,
          requires: ['restsOnADuty'],
          records: 'IndicatorChanged',
          says: '调整考评指标',
          keeps: Object.keys(said),
        },
        appraise: {
          label: '开展考评',
          by: ['keeper'],
          input: { streets: fields.streets, from: fields.from, to: fields.to },
          requires: ['streetsAreWithin', 'daysInOrder', 'dutyStillHolds'],
          records: 'AppraisalOpened',
          says: '对街道开展考评',
          effects: ['opensAppraisals'],
        },
        end: {
          label: '停用',
          by: ['keeper'],
          input: { endReason: fields.endReason },
          records: 'IndicatorEnded',
          says: '停用：{endReason}',
          keeps: ['endReason'],
          to: 'ended',
        },
      },
    },
    ended: { label: '已停用', is: 'end' },
  },
  facts: {
    item: { kind: 'duty-item', where: { id: { input: 'dutyItem' } }, want: 'first' },
    ownItem: { kind: 'duty-item', where: { id: { field: 'dutyItem' } }, want: 'first' },
  },
  rules: {
    streetsAreWithin,
    restsOnADuty: {
      id: 'R014',
      says: '考评指标要对应一项生效的职责清单事项',
      instead: '请选择清单事项；清单上没有的，不能考评街道',
      basis,
      facts: ['item'],
      input: true,
      holds: ({ facts }) => isStreetsDuty(facts['item']?.rows[0]),
    },
    dutyStillHolds: {
      id: 'R014',
      says: '对应的职责清单事项已经失效',
      instead: '请先调整指标对应的清单事项',
      basis,
      facts: ['ownItem'],
      holds: ({ facts }) => isStreetsDuty(facts['ownItem']?.rows[0]),
    },
    daysInOrder: {
      says: '期间的起止日期不对',
      basis,
      input: true,
      holds: ({ input }) => (textOf(input, 'from') ?? '') <= (textOf(input, 'to') ?? ''),
    },
  },
  effects: { opensAppraisals },
  claims: { name: { label: '考评指标', fields: ['name'], while: 'open' } },
})

type Row = NonNullable<Context['facts'][string]>['rows'][number]

function isStreetsDuty(row: Row | undefined): boolean {
  return row?.state === 'inForce' && textOf(row.fields, 'type') !== 'withdrawn'
}

/** One appraisal for each street, with what the indicator says now. */
function opensAppraisals({ record, input, world }: Context) {
  const { name = null, figure, weight = null, dutyItem = null } = record.fields
  return listOf(input, 'streets').flatMap((street) => {
    const area = typeof street === 'number' ? world.directory.units.get(street)?.area : undefined
    const place = area === undefined ? undefined : placeOf(world.directory, area)
    if (area === undefined || place === undefined) return []
    const { from = null, to = null } = input
    const about = { name, weight, dutyItem, indicator: record.id, street, area, from, to }
    const computed = isGiven(figure) ? { figure: figure ?? null } : {}
    return [{ open: 'street-appraisal', command: 'open', place, input: { ...about, ...computed } }]
  })
}
