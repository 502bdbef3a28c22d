import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, limitsOf, linked, starters } from '../testing.ts'
import { experienceCase } from './kind.ts'

const street = post('clerk', unit.street)
const reviewer = post('head', unit.cityOrganisation)
const submit = { kind: 'experience-case', command: 'submit', area: town.street }
const written: Data = {
  name: '楼门议事角',
  theme: 'community',
  problem: '小事无人牵头',
  mechanism: '每月一议，当场定人定时',
  result: '半年议成四十件，办成三十六件',
  conditions: '有固定议事地点',
}
const effect = { by: 'effect', of: 'copy' } as const

/** Submitted by the front street on Monday 3 August at nine. */
function submitted() {
  const told = linked([experienceCase])
  return { told, id: told.begin(submit, [street, '08-03 09:00'], written) }
}

function published() {
  const one = submitted()
  one.told.step(one.id, ['publish', reviewer, '08-04 09:00'])
  return one
}

const adopted = (adopter: number) => ({ adopter, adoption: `copy-${adopter}` })

test('the declaration is sound', () => {
  expect(problemsIn(experienceCase)).toEqual([])
  expect(limitsOf(experienceCase)).toEqual({
    'experience.review': '10 个工作日',
    'experience.revise': '20 个工作日',
  })
})

test('an experience comes from whoever wrote it, and is published once it was reviewed', () => {
  const { told, id } = submitted()
  expect(told.fields(id)).toMatchObject({
    origin: unit.street,
    originArea: town.street,
    adopted: 0,
    effective: 0,
  })
  expect(told.expected(id)).toEqual([`${unit.cityOrganisation} publish`])
  expect(told.until('08-17 17:00')).toEqual(['ExperienceReviewRanLate'])
  told.step(id, ['sendBack', reviewer, '08-18 09:00'], { opinion: '补充成效数据' })
  expect(told.expected(id)).toEqual([`${unit.street} submitAgain`])
  expect(told.until('09-15 17:00')).toEqual(['ExperienceRevisionRanLate'])
  const better = { ...written, result: '半年议成四十件，办成三十六件，回访满意三十五件' }
  told.step(id, ['submitAgain', street, '09-16 09:00'], better)
  expect(told.counts(told.step(id, ['publish', reviewer, '09-17 09:00']))).toEqual([
    `+published ${unit.street}`,
  ])
  expect(told.fields(id)['result']).toBe(better.result)
})

test('what is written by an organisation department lies where its committee is', () => {
  const told = linked([experienceCase])
  const by = post('clerk', unit.organisation)
  const done = told.tries({ ...submit, area: town.community }, [by, '08-03 09:00'], written)
  expect(told.counts(done)).toEqual([`+submitted ${unit.organisation}`])
  expect(done.ok ? done.record.place : {}).toEqual({ city: 1, district: 11 })
})

test('who learnt from it and what came of it is told at the origin, each place once', () => {
  const { told, id } = published()
  const done = told.step(id, ['adoptedBy', effect, '08-05 09:00'], adopted(unit.otherStreet))
  expect(told.counts(done)).toEqual([`+adopted ${unit.street}`])
  told.step(id, ['adoptedBy', effect, '08-05 10:00'], adopted(unit.foreignStreet))
  expect(told.fields(id)).toMatchObject({ adopted: 2, effective: 0 })
  const said = { adopter: unit.otherStreet, effect: '议成十件' }
  told.step(id, ['tookEffect', effect, '08-20 09:00'], said)
  told.step(id, ['tookEffect', effect, '08-25 09:00'], { ...said, effect: '议成二十件' })
  expect(told.fields(id)['effective']).toBe(1)
  expect(told.party(id, unit.otherStreet)).toMatchObject({
    state: 'learning',
    fields: {
      adoption: `copy-${unit.otherStreet}`,
      since: '2026-08-05',
      effect: '议成二十件',
    },
  })
  const stranger = { adopter: unit.community, effect: '没有' }
  told.step(id, ['tookEffect', effect, '08-26 09:00'], stranger)
  expect(told.fields(id)['effective']).toBe(1)
})

test('Party organisations write, the city’s organisation department reviews, everyone reads', () => {
  const fresh = linked([experienceCase])
  const here = { ...submit, area: town.community }
  expect(starters((by) => fresh.tries(here, [by, '08-03 09:00'], written))).toEqual(
    all(
      unit.cityCommittee,
      unit.cityOrganisation,
      unit.committee,
      unit.organisation,
      unit.street,
      unit.community,
    ),
  )
  const decides = all(unit.cityOrganisation)
  const first = submitted()
  expect(first.told.offered(first.id)).toEqual({ publish: decides, sendBack: decides })
  expect(first.told.readers(first.id)).toHaveLength(24)
  first.told.step(first.id, ['sendBack', reviewer, '08-04 09:00'], { opinion: '太短' })
  expect(first.told.offered(first.id)).toEqual({
    submitAgain: all(unit.street),
    giveUp: all(unit.street),
  })
  first.told.step(first.id, ['giveUp', street, '08-05 09:00'])
  expect(first.told.state(first.id)).toBe('withdrawn')
  const second = published()
  expect(second.told.offered(second.id)).toEqual({ withdraw: decides })
  second.told.step(second.id, ['withdraw', reviewer, '08-05 09:00'], { reason: '数据有误' })
  expect(second.told.state(second.id)).toBe('withdrawn')
})
