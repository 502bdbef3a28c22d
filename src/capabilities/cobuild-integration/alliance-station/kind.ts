import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind } from '../../../kernel/kind.ts'
import { sorts } from '../alliance/fields.ts'
import { ownUnit, staff, typeOf } from '../partners.ts'

const basis = '链珠式分布、属地化管理、综合性功能的党群服务站点'

const fields = {
  title: { type: 'text', label: '站点名称', required: true, min: 3, max: 100 },
  alliance: { type: 'record', of: 'alliance', label: '联盟', required: true },
  code: { type: 'code', label: '站号', required: true, max: 10, help: '在这条链上的次序' },
  sort: { type: 'choice', label: '联盟类型', options: sorts },
  owner: { type: 'unit', of: ['street'], label: '属地街道' },
  spot: { type: 'text', label: '位置', required: true, max: 200 },
  services: { type: 'long', label: '服务项目', required: true, max: 2000 },
  hours: { type: 'text', label: '开放时间', required: true, max: 100 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { title, alliance, code, spot, services, hours } = fields
const opening = { alliance, code, title, spot, services, hours }

/** 联盟站点: one of a chain that crosses streets, each kept by the one street it lies in. */
export const allianceStation = defineKind({
  name: 'alliance-station',
  label: '联盟站点',
  group: 'cobuild-integration',
  systems: ['riverside-party-building'],
  version: 1,
  about: '跨街道的一串党群服务站点，每个站点由所在街道一家管理，服务项目一处看全。',
  fields,
  title: 'title',
  slots: { k1: 'alliance', k2: 'sort', k3: 'code', n1: 'owner' },
  searched: ['title', 'spot', 'services'],
  relations: {
    starter: { label: '街道', roles: staff, is: { anyone: 'post' } },
    owner: { label: '属地街道', roles: staff, is: { seat: 'owner' } },
    official: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['official'],
  seats: { owner: { label: '属地街道', is: { field: 'owner' } } },
  responsible: 'owner',
  starts: {
    open: {
      label: '设立站点',
      by: ['starter'],
      input: opening,
      requires: ['liesInOwnStreet', 'isOfOwnAlliance'],
      records: 'StationOpened',
      says: '{unit} 设立站点',
      keeps: Object.keys(opening),
      sets: ['keepsOwner'],
      to: 'serving',
    },
  },
  states: {
    serving: {
      label: '开放中',
      is: 'resting',
      step: 1,
      commands: {
        change: {
          label: '更新服务',
          by: ['owner'],
          input: { services, hours },
          records: 'StationChanged',
          says: '更新服务项目和开放时间',
          keeps: ['services', 'hours'],
        },
        close: {
          label: '撤销站点',
          by: ['owner'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'StationClosed',
          says: '撤销：{reason}',
          keeps: ['reason'],
          to: 'closed',
          grave: true,
        },
      },
    },
    closed: { label: '已撤销', is: 'end', step: 2 },
  },
  countedBy: 'sort',
  facts: {
    alliance: {
      kind: 'alliance',
      where: { id: { input: 'alliance' } },
      states: ['active'],
      want: 'first',
    },
  },
  rules: {
    liesInOwnStreet: {
      id: 'R133',
      says: '站点由所在的街道设立和管理，一个站点只有一个属地街道',
      instead: '请由站点所在的街道设立',
      basis,
      holds: (context) => {
        const own = ownUnit(context)
        const { directory } = context.world
        const { street } = context.record.place
        return (
          typeOf(context, own) === 'street' &&
          street !== undefined &&
          directory.units.get(own ?? 0)?.area === street
        )
      },
    },
    isOfOwnAlliance: {
      says: '只能在本街道参加的、运行中的联盟里设立站点',
      instead: '先加入联盟',
      basis,
      input: true,
      facts: ['alliance'],
      holds: (context) => {
        const known = rowOf(context)
        const own = ownUnit(context) ?? 0
        return (
          known !== undefined &&
          (numberOf(known.fields, 'lead') === own || listOf(known.fields, 'members').includes(own))
        )
      },
    },
  },
  setters: {
    keepsOwner: (context) => ({
      fields: {
        owner: ownUnit(context) ?? null,
        sort: textOf(rowOf(context)?.fields ?? {}, 'sort') ?? null,
      },
    }),
  },
  claims: {
    code: { label: '同一联盟的站号', fields: ['alliance', 'code'], while: 'open' },
  },
  counters: {
    riverside: {
      label: '开放中的滨江站点',
      cohort: ({ state, fields: own }) =>
        state === 'serving' && textOf(own, 'sort') === 'riverside',
    },
  },
})

function rowOf({ facts }: Pick<Context, 'facts'>) {
  return facts['alliance']?.rows[0]
}
