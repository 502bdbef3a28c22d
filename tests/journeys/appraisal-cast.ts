import type { Role } from '../../src/kernel/actor.ts'
import type { More } from './main-job-city.ts'
import { areaNamed, unitNamed } from './main-job-stage.ts'

export const district = areaNamed('五华区')

/** The ten streets of the district and their secretaries' accounts. */
export const streets = [
  street('华山街道', 'shuji'),
  street('护国街道', 'shuji-huguo'),
  street('大观街道', 'shuji-daguan'),
  street('龙翔街道', 'shuji-longxiang'),
  street('丰宁街道', 'shuji-fengning'),
  street('莲华街道', 'shuji-lianhua'),
  street('红云街道', 'shuji-hongyun'),
  street('黑林铺街道', 'shuji-heilinpu'),
  street('普吉街道', 'shuji-puji'),
  street('西翥街道', 'shuji-xizhu'),
] as const

export type Street = (typeof streets)[number]

export const [huashan, huguo, daguan] = streets
export const fengning = streets[4]
export const last = streets[9]

/** The city's demo accounts and whom the year needs besides: nine secretaries, and who answers for
 *  the organisation department. */
export const more: More = {
  people: [
    ...streets.slice(1).map(({ login, office }) => person(login, office, 'secretary')),
    person('buzhang', '五华区委组织部', 'head'),
  ],
  posts: [],
  limits: {},
}

function street(name: string, login: string) {
  const office = `${name}办事处`
  return { name, login, office, unit: unitNamed(office) } as const
}

function person(login: string, unit: string, role: Role) {
  return { login, unit, role }
}
