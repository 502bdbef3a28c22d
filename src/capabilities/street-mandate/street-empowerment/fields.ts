import type { Fields } from '../../../kernel/field.ts'
import { powers } from './powers.ts'

const findings = [
  { value: 'works', label: '运行顺畅' },
  { value: 'needsMore', label: '需要加强保障' },
  { value: 'cannotCarry', label: '街道承接有困难' },
]

/** What is known of one power of one street. Public text of the administration, so it is no
 *  content of anybody's. */
export const fields = {
  scope: { type: 'code', label: '赋权内容和条件', required: true, max: 200 },
  power: { type: 'choice', label: '职权', required: true, options: powers },
  holder: { type: 'unit', label: '承接街道' },
  granter: { type: 'unit', label: '赋权单位' },
  duty: {
    type: 'record',
    of: 'duty-item',
    label: '服务的职责事项',
    help: '权责一致：至少写明一项职责清单事项',
  },
  alsoServes: { type: 'choices', label: '同时服务的事项编号', max: 12 },
  document: { type: 'code', label: '文号', required: true, max: 60 },
  grantedOn: { type: 'day', label: '赋权日期', required: true, default: 'today' },
  uses: { type: 'number', label: '行使次数' },
  lastUsedAt: { type: 'moment', label: '最近行使' },
  finding: { type: 'choice', label: '评估结论', required: true, options: findings },
  findingWords: { type: 'code', label: '评估说明', max: 500 },
  evaluatedAt: { type: 'moment', label: '最近评估' },
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const satisfies Fields

export const basis = '给街道的权要配得上街道的责（中央关于城市基层党建的意见）'
