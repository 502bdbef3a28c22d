import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { talentPair } from './kind.ts'

const kind = 'talent-pair'
const bureau = post('clerk', unit.bureau)
const community = post('secretary', unit.community)
const asked = {
  mentor: '某丙',
  learner: '某丁',
  learnerUnit: unit.community,
  plan: '每月一次实务指导',
  until: '2026-10-09',
}

function offered(data: Data = {}) {
  const told = tell([talentPair])
  const why = told.tries(`${kind}/offer`, town.district, [
    bureau,
    '08-03 09:00',
    { ...asked, ...data },
  ])
  return { ...told, why, id: told.all(kind)[0]?.id ?? '' }
}

test('the declaration is sound', () => {
  expect(problemsIn(talentPair)).toEqual([])
  expect(limitsOf(talentPair)).toEqual({ 'talentPair.answer': '10 working-day' })
})

test('R128 a pair names both people and their two units', () => {
  expect(offered({ learnerUnit: unit.bureau }).why).toBe('twoUnits')
  const told = offered()
  expect(told.record(told.id)).toMatchObject({
    place: { community: town.community },
    fields: {
      mentor: expect.anything(),
      mentorUnit: unit.bureau,
      learner: expect.anything(),
      learnerUnit: unit.community,
      plan: expect.anything(),
      until: '2026-10-09',
      meetings: 0,
    },
  })
  for (const name of ['mentor', 'learner', 'learnerUnit'] as const)
    expect(talentPair.starts.offer.input[name].required).toBe(true)
})

test('they meet by their plan, and what came of it is written down', () => {
  const told = offered()
  expect(told.until('08-17 17:00')).toEqual(['TalentPairAgreeRanLate'])
  told.does(told.id, 'agree', [community, '08-18 09:00'])
  const met = { metOn: '2026-08-20', words: '案例研讨' }
  told.does(told.id, 'meet', [bureau, '08-20 09:00', met])
  told.does(told.id, 'meet', [community, '09-20 09:00', { metOn: '2026-09-20' }])
  expect(told.record(told.id).fields).toMatchObject({ meetings: 2, metOn: '2026-09-20' })
  expect(told.counted(kind)).toEqual({ paired: 1, met: 2 })
  expect(told.until('10-09 17:00')).toEqual(['TalentPairTermOver'])
  told.does(told.id, 'finish', [community, '10-10 09:00', { result: '能独立主持议事会' }])
  expect(told.state(told.id)).toBe('finished')
  const declined = offered()
  declined.does(declined.id, 'decline', [community, '08-04 09:00', { reason: '人手不足' }])
  expect(declined.state(declined.id)).toBe('declined')
})

test('each step is asked by those who answer for it', () => {
  const told = offered()
  const { world, id } = told
  const learner = of(['community'], signing)
  expect(starters(talentPair, world, town.street)).toEqual({
    offer: everyone.flatMap((line) =>
      line.includes(' ') ? of([line.split(' ')[0] ?? ''], working) : [],
    ),
  })
  const may = () => askers(talentPair, world, told.record(id))
  expect(may()).toEqual({ agree: learner, decline: learner })
  told.does(id, 'agree', [community, '08-04 09:00'])
  expect(may()).toEqual({ meet: of(['bureau', 'community'], working), finish: learner })
  expect(seers(talentPair, world, told.record(id))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'community'],
      working,
    ),
  )
})
