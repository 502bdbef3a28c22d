import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { working } from '../testing/roles.ts'
import { industryDocument } from './kind.ts'

const kind = 'industry-document'
const bureau = post('clerk', unit.bureau)
const community = post('secretary', unit.community)
const line = {
  title: '包联三处小微公共空间',
  sort: 'projects',
  year: 2026,
  territory: unit.community,
  points: 40,
  dueOn: '2026-09-01',
}

function published(data: Data = {}) {
  const told = tell([industryDocument])
  const publish = (given: Data = {}) =>
    told.tries(`${kind}/publish`, town.community, [bureau, '08-03 09:00', { ...line, ...given }])
  publish(data)
  return { ...told, publish, id: told.all(kind)[0]?.id ?? '' }
}

test('the declaration is sound', () => {
  expect(problemsIn(industryDocument)).toEqual([])
  expect(limitsOf(industryDocument)).toEqual({ 'industryLine.confirm': '5 working-day' })
})

test('a project is linked to a community, anything to a territory of the industry’s area', () => {
  const told = published()
  expect(told.record(told.id)).toMatchObject({
    place: { community: town.community },
    fields: { ...line, title: expect.anything(), industry: unit.bureau },
  })
  expect(told.publish({ territory: unit.street })).toBe('projectHasCommunity')
  expect(told.publish({ territory: unit.street, sort: 'commitment' })).toBeUndefined()
  expect(told.publish({ territory: unit.foreignStreet, sort: 'guidance' })).toBe(
    'territoryIsWithin',
  )
  expect(told.publish({ dueOn: '2026-08-02' })).toBe('looksAhead')
})

test('the industry reports, and the territory says whether it was done', () => {
  const told = published()
  const report = (when: string) =>
    told.does(told.id, 'report', [bureau, when, { progress: '三处已完成' }])
  expect(told.until('09-01 17:00')).toEqual(['IndustryLineRanLate'])
  report('09-02 09:00')
  expect(told.until('09-09 17:00')).toEqual(['IndustryLineConfirmRanLate'])
  told.does(told.id, 'sendBack', [community, '09-10 09:00', { reason: '还缺一处' }])
  report('09-11 09:00')
  expect(told.counted(kind)).toEqual({ published: 1 })
  told.does(told.id, 'confirm', [community, '09-11 10:00'])
  expect(told.state(told.id)).toBe('done')
  expect(told.counted(kind)).toEqual({ published: 1, done: 1 })
})

test('the industry writes, the territory confirms, and every official may read it', () => {
  const told = published()
  const { world, id } = told
  expect(starters(industryDocument, world, town.community)).toEqual({
    publish: of(['cityBureau', 'bureau', 'traffic'], working),
  })
  const may = () => askers(industryDocument, world, told.record(id))
  expect(may()).toEqual({ report: of(['bureau'], working) })
  told.does(id, 'report', [bureau, '08-04 09:00', { progress: '三处已完成' }])
  expect(may()).toEqual({
    confirm: of(['community'], working),
    sendBack: of(['community'], working),
  })
  expect(seers(industryDocument, world, told.record(id))).toEqual(
    everyone.filter((one) => one !== 'public' && one !== 'link'),
  )
})
