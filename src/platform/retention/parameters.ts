import type { Kind, Parameter } from '../../kernel/kind.ts'
import { ownContact } from '../../kernel/own-data.ts'
import { residentFields } from '../../kernel/resident-words.ts'
import type { Instant } from '../../kernel/time.ts'
import { parameterAt, type World } from '../../kernel/world.ts'

const basis = '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间，可在设置中修改'

/** What is erased by date, and after how many days. */
export const retentionParameters: Readonly<Record<string, Parameter>> = {
  'retention.contact': days('联系方式保存（办结后天数）', 180),
  'retention.words': days('居民所写文字保存（办结后天数）', 1825),
  'retention.files': days('居民照片保存（办结后天数）', 1095),
  'retention.remark': days('匿名意见保存（天数）', 1095),
  'retention.notice': days('消息提醒保存（天数）', 365),
  'retention.reading': days('查阅记录保存（天数）', 1095),
  'retention.ballot': days('匿名测评的乱序选项保存，供复核（计票后天数）', 30),
  'retention.session': days('过期登录保存（天数）', 30),
  'retention.ask': days('防止重复提交的记录保存（天数）', 90),
  'retention.upload': days('没有提交的上传文件保存（天数）', 1),
}

export const recordRules = ['contact', 'words', 'files'] as const
export type RecordRule = (typeof recordRules)[number]

/** The kinds of which a rule erases something. */
export function hasRule(kind: Kind, rule: RecordRule): boolean {
  return rule === 'contact' ? ownContact(kind) !== undefined : residentFields(kind) !== undefined
}

/** Parameters of single kinds, where a city keeps something of theirs longer or shorter. */
export function kindRetention(kinds: Iterable<Kind>): Readonly<Record<string, Parameter>> {
  const found: Record<string, Parameter> = {}
  for (const kind of kinds)
    for (const rule of recordRules) {
      const shared = retentionParameters[`retention.${rule}`]
      if (shared !== undefined && hasRule(kind, rule))
        found[ofKind(rule, kind.name)] = { ...shared, label: `${kind.label}：${shared.label}` }
    }
  return found
}

/** Days after which a rule erases: as the city set it for the kind, for all, or by default. */
export function daysKept(
  world: World,
  rule: string,
  { kind, now }: { readonly kind?: string; readonly now: Instant },
): number {
  const own = kind === undefined ? undefined : parameterAt(world, ofKind(rule, kind), now)
  const shared = parameterAt(world, `retention.${rule}`, now)
  const set = own !== undefined && own.version !== 'default' ? own : shared
  const value = set?.value ?? retentionParameters[`retention.${rule}`]?.default
  return typeof value === 'number' && value >= 1 ? value : neverErased
}

const neverErased = 36_500

function ofKind(rule: string, kind: string): string {
  return `retention.${rule}.${kind}`
}

function days(label: string, qty: number): Parameter {
  return { label, type: 'number', default: qty, basis }
}
