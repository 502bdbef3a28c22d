import { demoAreas } from '../areas.ts'
import { between, seededRandom } from '../random.ts'
import type { DemoUnit } from '../unit.ts'
import { demoUnits } from '../units.ts'
import { bodySample, heldMeeting } from './meeting-steps.ts'
import type { Sample, Who } from './sample.ts'

const units = demoUnits()
const areas = new Map(demoAreas().map((area) => [area.code, area]))
const inner: readonly number[] = [530102, 530103, 530111, 530112]
const random = seededRandom(2106)
const chance = (share: number) => random() < share

/** Bodies told by hand elsewhere. */
const told: readonly string[] = ['华山街道办事处', '中共五华区委员会', '中共昆明市委员会']

/** Joint meetings of districts, streets and communities, most of them as they should be: some take in
 *  nobody from below, some have not met for long, some places have none. */
export const bodySamples: readonly Sample[] = [...districts(), ...streets(), ...communities()]

function districts(): readonly Sample[] {
  return ofType('committee').flatMap((unit, at) => {
    if (told.includes(unit.name)) return []
    const by: Who = { unit: unit.name, role: 'clerk' }
    const streetsHere = childrenOf(unit.area, 'street')
    const departments = inArea(unit.area, 'department')
    const members = [...(at % 6 === 5 ? [] : streetsHere.slice(0, 5)), ...departments.slice(0, 3)]
    const joint = at === 12 ? [] : [joined({ unit, by, members, held: at % 4 !== 3 })]
    const study = at % 4 === 3 ? [] : [studied(unit, by, at)]
    return [...joint, ...study]
  })
}

function streets(): readonly Sample[] {
  return ofType('street').flatMap((unit) => {
    const isInner = inner.includes(districtOf(unit))
    if (told.includes(unit.name) || !chance(isInner ? 0.94 : 0.62)) return []
    const departments = inArea(districtOf(unit), 'department')
    const below = chance(isInner ? 0.9 : 0.75) ? childrenOf(unit.area, 'community') : []
    const members = [...below.slice(0, 4), ...departments.slice(0, 2)]
    const by: Who = { unit: unit.name, role: 'clerk' }
    return [joined({ unit, by, members, held: chance(isInner ? 0.75 : 0.5) })]
  })
}

function communities(): readonly Sample[] {
  return ofType('community').flatMap((unit) => {
    const isInner = inner.includes(districtOf(unit))
    const isNear = String(unit.area).startsWith('530102001')
    if (!isInner || !(isNear || chance(0.5))) return []
    const above = areas.get(unit.area)?.parent ?? 0
    const members = inArea(above, 'street-office').slice(0, 2)
    return [
      joined({ unit, by: { unit: unit.name, role: 'secretary' }, members, held: chance(0.35) }),
    ]
  })
}

type Joined = {
  readonly unit: DemoUnit
  readonly by: Who
  readonly members: readonly DemoUnit[]
  readonly held: boolean
}

function joined({ unit, by, members, held }: Joined): Sample {
  const since = between(random, 40, 170)
  const ago = between(random, 3, Math.min(since - 12, 80))
  const names = members.map((one) => one.name)
  const title = `${areas.get(unit.area)?.shortName ?? ''}党建联席会议`
  const name = `body-${unit.area}`
  const came = names.filter(() => chance(0.8))
  return bodySample({
    name,
    sort: 'joint',
    title,
    area: unit.area,
    by,
    members: names,
    since,
    steps: held
      ? heldMeeting({
          name: `meeting-${unit.area}`,
          title: `${title}例会`,
          spot: '党群服务中心',
          by,
          came,
          ago,
          from: since - 1,
        })
      : [],
  })
}

function studied(unit: DemoUnit, by: Who, at: number): Sample {
  const members = inArea(unit.area, 'department').slice(0, 3)
  const names = members.map((one) => one.name)
  const title = `${areas.get(unit.area)?.shortName ?? ''}城市基层党建专题研究`
  return bodySample({
    name: `study-${unit.area}`,
    sort: 'study',
    title,
    area: unit.area,
    by,
    members: names,
    since: 120,
    steps:
      at % 3 === 1
        ? []
        : heldMeeting({
            name: `study-meeting-${unit.area}`,
            title: `${title}会议`,
            spot: '常委会议室',
            by,
            came: names,
            ago: 4 + at,
            from: 119,
          }),
  })
}

function ofType(type: DemoUnit['type']): readonly DemoUnit[] {
  return units.filter((unit) => unit.type === type)
}

function inArea(area: number, type: DemoUnit['type']): readonly DemoUnit[] {
  return units.filter((unit) => unit.type === type && unit.area === area)
}

function childrenOf(area: number, type: DemoUnit['type']): readonly DemoUnit[] {
  return units.filter((unit) => unit.type === type && areas.get(unit.area)?.parent === area)
}

function districtOf({ area }: DemoUnit): number {
  return Number(String(area).slice(0, 6))
}
