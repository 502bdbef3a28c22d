import type { Who } from './sample.ts'

export type Superior = {
  readonly area: string
  readonly office: Who
  readonly subordinates: readonly string[]
}

export const clerk = (unit: string): Who => ({ unit, role: 'clerk' })
const wuhuaStreets = [
  '华山街道办事处',
  '护国街道办事处',
  '大观街道办事处',
  '龙翔街道办事处',
  '丰宁街道办事处',
  '莲华街道办事处',
]
/** Superiors of three levels in the demo city, with some of those below them. */
export const superiors: readonly Superior[] = [
  {
    area: '昆明市',
    office: clerk('市委组织部'),
    subordinates: ['中共五华区委员会', '中共盘龙区委员会', '中共官渡区委员会', '中共西山区委员会'],
  },
  { area: '五华区', office: clerk('五华区委组织部'), subordinates: wuhuaStreets },
  {
    area: '盘龙区',
    office: clerk('盘龙区委组织部'),
    subordinates: ['拓东街道办事处', '鼓楼街道办事处', '联盟街道办事处'],
  },
  {
    area: '五华区/华山街道',
    office: clerk('华山街道办事处'),
    subordinates: ['华山街道翠湖社区', '华山街道文林社区', '华山街道北门社区'],
  },
]

/** Who answers for a unit. */
export const replier = (unit: string): Who => ({
  unit,
  role: unit.endsWith('社区') ? 'worker' : 'clerk',
})
