import type { Option } from '../../../kernel/field.ts'

/** What the duty list of each level must hold before anything else is put on it (R028). */
export const requiredContents: readonly {
  readonly level: string
  readonly content: string
  readonly label: string
}[] = [
  { level: 'city', content: 'plan', label: '规划指导' },
  { level: 'city', content: 'majorIssues', label: '协调解决重大问题' },
  { level: 'district', content: 'pushForward', label: '具体指导推动' },
  { level: 'street', content: 'coordinate', label: '统筹辖区各领域党建' },
  { level: 'community', content: 'backstop', label: '兜底管理小微企业和社会组织党建' },
]

export const contents: readonly Option[] = [
  ...requiredContents.map(({ content, label }) => ({ value: content, label })),
  { value: 'other', label: '其他职责' },
]

/** The content by which a level takes part at all: one for each of the four. */
export const leadingContents: readonly string[] = ['plan', 'pushForward', 'coordinate', 'backstop']
