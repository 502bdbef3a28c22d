import { isGiven, numberOf, type Values } from '../../../kernel/field.ts'
import { type Command, defineKind } from '../../../kernel/kind.ts'
import { actorUnit } from '../reading.ts'
import { basis, platforms, practice } from './platforms.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const lead = (label: string) =>
  ({ type: 'unit', of: ['street-office', 'street', 'department'], label }) as const
const people = (label: string) => ({ type: 'number', label, min: 0, max: 500 }) as const

const fields = {
  name: { type: 'code', label: '名称', max: 80 },
  holder: { type: 'unit', label: '街道' },
  safety: lead('综治工作平台牵头'),
  market: lead('市场监管平台牵头'),
  enforcement: lead('综合执法平台牵头'),
  service: lead('便民服务平台牵头'),
  safetyPeople: people('综治工作平台人数'),
  marketPeople: people('市场监管平台人数'),
  enforcementPeople: people('综合执法平台人数'),
  servicePeople: people('便民服务平台人数'),
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const

const given = {
  safety: fields.safety,
  safetyPeople: fields.safetyPeople,
  market: fields.market,
  marketPeople: fields.marketPeople,
  enforcement: fields.enforcement,
  enforcementPeople: fields.enforcementPeople,
  service: fields.service,
  servicePeople: fields.servicePeople,
} as const

const setting: Omit<Command, 'label' | 'records' | 'says'> = {
  by: ['street'],
  input: given,
  requires: ['hasAllFour'],
  keeps: Object.keys(given),
  to: 'running',
}

/**
 * 四个平台: where the city works this way a street has exactly four work platforms, each with a lead
 * and its people as a number. Every matter sits in one of them.
 */
export const fourPlatforms = defineKind({
  name: 'four-platforms',
  label: '街道四个平台',
  group: 'street-mandate',
  systems: ['four-platforms'],
  version: 1,
  about: '街道的四个平台各由哪个机构牵头、有多少人。',
  practices: [practice],
  fields,
  title: 'name',
  slots: { n1: 'holder' },
  relations: {
    street: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    above: {
      label: '市、区党委政府',
      roles: staff,
      is: { unitType: ['committee', 'government'], over: 'place' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { holder: { label: '街道', is: { field: 'holder' } } },
  responsible: 'holder',
  starts: {
    establish: {
      ...setting,
      label: '建立四个平台',
      records: 'PlatformsEstablished',
      says: '建立四个平台',
      sets: ['seatsStreet'],
    },
  },
  states: {
    running: {
      label: '运行中',
      is: 'resting',
      step: 1,
      commands: {
        adjust: {
          ...setting,
          label: '调整',
          records: 'PlatformsAdjusted',
          says: '调整平台牵头和人数',
        },
        close: {
          label: '停用',
          by: ['above'],
          input: { reason: fields.reason },
          records: 'PlatformsClosed',
          says: '停用：{reason}',
          keeps: ['reason'],
          to: 'closed',
          tells: ['holder'],
          grave: true,
        },
      },
    },
    closed: { label: '已停用', is: 'end', step: 2 },
  },
  rules: {
    hasAllFour: {
      id: 'R114',
      says: '街道的平台不多不少是四个，每个都要有牵头机构',
      instead: '请写齐四个平台的牵头机构',
      basis,
      input: true,
      holds: ({ input, world: { directory } }) =>
        platforms.every(({ value }) => directory.units.has(numberOf(input, value) ?? 0)),
    },
  },
  setters: {
    seatsStreet: (context) => {
      const holder = actorUnit(context)
      const name = context.world.directory.units.get(holder ?? 0)?.name ?? ''
      return { title: `${name}四个平台`, fields: { holder: holder ?? null } }
    },
  },
  claims: { street: { label: '一个街道一套平台', fields: ['holder'], while: 'open' } },
  counters: {
    platforms: {
      label: '运行的平台',
      cohort: ({ state, fields: own }) => (state === 'running' ? platformsIn(own) : 0),
    },
    streets: { label: '建立平台的街道', cohort: ({ state }) => state === 'running' },
  },
})

function platformsIn(own: Values): number {
  return platforms.filter(({ value }) => isGiven(own[value])).length
}
