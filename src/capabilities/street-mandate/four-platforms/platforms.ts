import type { Option } from '../../../kernel/field.ts'

export const basis = '街道设四个综合平台（浙江做法，本市启用后适用）'
export const practice = 'four-platforms'

/** The four, and no other. */
export const platforms: readonly Option[] = [
  { value: 'safety', label: '综治工作平台' },
  { value: 'market', label: '市场监管平台' },
  { value: 'enforcement', label: '综合执法平台' },
  { value: 'service', label: '便民服务平台' },
]
