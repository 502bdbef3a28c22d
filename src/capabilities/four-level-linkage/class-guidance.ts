import { type CityClass, cityClassAt } from '../../kernel/city-class.ts'
import type { Instant } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'

/** Where a requirement holds in a city of a class: everywhere, in its central urban areas first, or
 *  as the place itself sees fit. */
export type Scope = 'everywhere' | 'central' | 'adapted'

export type Requirement = {
  readonly name: string
  readonly label: string
  readonly difficulty: 'system' | 'mechanism' | 'policy'
  /** The figure by which one sees how it stands. */
  readonly indicator: string
  readonly leading: Scope
  readonly other: Scope
  readonly basis: string
}

export const difficulties = { system: '体制性', mechanism: '机制性', policy: '政策性' } as const

export const scopes: Readonly<Record<Scope, string>> = {
  everywhere: '必须做到',
  central: '中心城区先行',
  adapted: '因地制宜',
}

const lead = '直辖市、副省级城市、省会城市和发展水平较高的城市率先破解'

/** What the city's class makes mandatory: one row for each requirement, with its figure. */
export const requirements: readonly Requirement[] = [
  row('tasksRemoved', '取消街道招商引资、协税护税任务', ['system', 'F02', 'central']),
  row('empowered', '街道被赋予相应职权', ['system', 'F04', 'adapted']),
  row('officesUnified', '街道统筹设置党政内设机构', ['system', 'F05', 'adapted']),
  row('fourLevelMeetings', '四级党建联席会议健全', ['mechanism', 'F21', 'everywhere']),
  row('fourInstitutions', '上级对下级四项制度齐全', [
    'mechanism',
    'four-institutions-committee',
    'everywhere',
  ]),
  row('whistles', '吹哨报到部门按时到场', ['mechanism', 'N14', 'adapted']),
  row('response', '群众诉求有响应、能解决', ['mechanism', 'N13', 'everywhere']),
  row('fundedAdmission', '准入事项经费到位', ['policy', 'admission-money-in-time', 'adapted']),
]

export type Guidance = {
  readonly cityClass: CityClass
  readonly rows: readonly (Requirement & { readonly scope: Scope })[]
}

/** What is mandatory for the city on a day, by the class it had that day (R032). */
export function guidanceAt(world: World, at: Instant): Guidance {
  const cityClass = cityClassAt(world, at)
  return {
    cityClass,
    rows: requirements.map((one) => ({ ...one, scope: scopeOf(one, cityClass) })),
  }
}

export function scopeOf(one: Requirement, cityClass: CityClass): Scope {
  return cityClass === 'other' ? one.other : one.leading
}

function row(
  name: string,
  label: string,
  [difficulty, indicator, other]: readonly [Requirement['difficulty'], string, Scope],
): Requirement {
  return { name, label, difficulty, indicator, leading: 'everywhere', other, basis: lead }
}
