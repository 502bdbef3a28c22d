import { post, town, unit } from '../../../kernel/testing.ts'
import { type Data, tell } from '../../street-mandate/testing/told.ts'
import { allianceMatter } from '../alliance-matter/kind.ts'
import { allianceStation } from '../alliance-station/kind.ts'
import { alliance } from './kind.ts'

export const street = post('secretary', unit.street)
export const other = post('secretary', unit.otherStreet)
export const bureau = post('head', unit.bureau)

export const drafted = { title: '盘龙江滨江党建联盟', sort: 'riverside', charter: '共建共享' }

/** The front street prepares an alliance and invites the back street and the bureau. */
export function forming(data: Data = {}) {
  const told = tell([alliance, allianceMatter, allianceStation])
  const units = [unit.otherStreet, unit.bureau]
  const id = told.begin('alliance/prepare', town.street, [
    street,
    '08-03 09:00',
    { ...drafted, units, ...data },
  ])
  return { ...told, id }
}

/** The same, running since 4 August with the back street alone: the bureau declined. */
export function running(data: Data = {}) {
  const told = forming(data)
  told.does(told.id, `member/${unit.otherStreet}/join`, [other, '08-04 09:00'])
  told.does(told.id, `member/${unit.bureau}/decline`, [bureau, '08-04 09:10'])
  told.does(told.id, 'found', [street, '08-04 10:00'])
  return told
}
