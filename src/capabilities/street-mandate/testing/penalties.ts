import { post, town, unit } from '../../../kernel/testing.ts'
import { enforcementTeam } from '../enforcement-team.ts'
import { penaltyCount } from '../penalty-count.ts'
import { penaltyDelegation } from '../penalty-delegation/kind.ts'
import { tell, type Told } from './told.ts'

export const bureau = post('clerk', unit.bureau)
export const clerk = post('clerk', unit.street)

export function registersTeam(told: Told): string {
  const team = { name: '前街综合执法队', officers: 6, helpers: 12 }
  return told.begin('enforcement-team/register', town.street, [clerk, '08-03 08:30', team])
}

/** A city in which penalty items go down one at a time, from nine on Monday. */
export function city() {
  const told = tell([penaltyDelegation, enforcementTeam, penaltyCount])
  const proposes = (item: string, area: number = town.street) =>
    told.begin('penalty-delegation/propose', area, [
      bureau,
      '08-03 09:00',
      { item, area: 'city', law: '城市市容和环境卫生管理条例' },
    ])
  const hands = (id: string, when = '08-03 10:00') =>
    told.refused(id, 'handOver', [
      bureau,
      when,
      { document: '东政发〔2026〕7号', handedOn: '2026-08-03' },
    ])
  const assesses = (id: string, when = '08-03 11:00') =>
    told.refused(id, 'assess', [clerk, when, { finding: 'carries' }])
  return { ...told, proposes, hands, assesses }
}
