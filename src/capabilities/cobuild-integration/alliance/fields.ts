import type { Fields } from '../../../kernel/field.ts'

export const basis =
  '依托枢纽、项目、功能区等建立跨级别、跨类别的党建协同机制（中央关于城市基层党建的意见）'

export const sorts = [
  { value: 'hub', label: '交通枢纽' },
  { value: 'project', label: '建设项目' },
  { value: 'zone', label: '功能区' },
  { value: 'business', label: '商圈' },
  { value: 'riverside', label: '滨江' },
  { value: 'neighbour', label: '毗邻（跨市、跨省）' },
  { value: 'army', label: '军地结对' },
] as const

export const fields = {
  title: { type: 'text', label: '联盟名称', required: true, min: 4, max: 100 },
  sort: { type: 'choice', label: '类型', required: true, options: sorts },
  charter: { type: 'long', label: '章程要点', required: true, max: 3000 },
  otherCity: {
    type: 'text',
    label: '相邻城市和对方单位',
    max: 200,
    help: '对方城市没有接入平台的毗邻党建填写；已接入的在发起后“邀请相邻城市”',
  },
  withCity: { type: 'choice', label: '相邻城市', options: 'neighbours' },
  linked: {
    type: 'choice',
    label: '对方城市',
    options: [
      { value: 'linked', label: '已接入平台' },
      { value: 'unlinked', label: '对方城市未接入' },
    ],
  },
  ledThere: { type: 'flag', label: '由对方城市牵头' },
  others: { type: 'number', label: '对方城市已加入的单位数', min: 0, max: 1000 },
  otherUnits: { type: 'long', label: '对方城市参加单位', max: 4000 },
  partner: {
    type: 'text',
    label: '结对名称',
    max: 60,
    help: '军地结对只填结对的名称，不填其他情况',
  },
  endsOn: { type: 'day', label: '到期日', help: '随建设项目成立的，填项目结束的日子' },
  lead: { type: 'unit', label: '牵头单位' },
  members: { type: 'units', label: '已加入的单位', max: 60 },
  metOn: { type: 'day', label: '最近一次联席会议' },
  outcome: { type: 'long', label: '议定事项', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

/** What members share with one another. */
export const matterSorts = [
  { value: 'boundary', label: '边界难题共治' },
  { value: 'study', label: '共同学习' },
  { value: 'policy', label: '政策衔接' },
  { value: 'resource', label: '资源共享' },
  { value: 'project', label: '共建项目' },
] as const

export const typed = {
  matter: { type: 'text', label: '事项', required: true, min: 4, max: 200 },
  matterSort: { type: 'choice', label: '事项类型', required: true, options: matterSorts },
  detail: { type: 'long', label: '具体内容', max: 2000 },
  dueOn: { type: 'day', label: '办理期限', required: true },
} as const satisfies Fields
