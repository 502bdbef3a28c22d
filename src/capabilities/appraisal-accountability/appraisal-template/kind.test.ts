import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, starters } from '../../four-level-linkage/testing.ts'
import { appraisalTopic } from '../appraisal-topic/kind.ts'
import { office, yearOf } from './testing.ts'
import { appraisalTemplate } from './kind.ts'

const draft = { kind: 'appraisal-template', command: 'draft', area: town.district }
const data = { title: '街道书记', category: 'street' }
const when = [office, '08-03 09:00'] as const

function drafted(lines: readonly string[] = [], practices: readonly string[] = []) {
  const told = yearOf({ practices })
  const given = lines.length === 0 ? data : { ...data, lines }
  const done = told.tries(draft, when, given)
  const topics = told.opened(done, 'appraisal-topic')
  const id = done.ok ? done.record.id : ''
  return { told, id, topics, sorts: topics.map((topic) => told.fields(topic)['sort']) }
}

test('the declarations are sound', () => {
  expect(problemsIn(appraisalTemplate)).toEqual([])
  expect(problemsIn(appraisalTopic)).toEqual([])
})

test('R034 a template without urban Party building as an important line does not come into force', () => {
  const without = drafted(['theme', 'plan'])
  expect(without.told.refused(without.id, ['enact', office, '08-03 10:00'])).toBe('hasUrbanLine')
  const { told, id, topics } = drafted(['urban', 'plan'])
  const [urban = ''] = topics
  told.step(urban, ['weigh', office, '08-03 10:00'], { weight: 'general' })
  expect(told.refused(id, ['enact', office, '08-03 10:10'])).toBe('hasUrbanLine')
  told.step(urban, ['weigh', office, '08-03 10:20'], { weight: 'first' })
  told.step(urban, ['drop', office, '08-03 10:30'])
  expect(told.refused(id, ['enact', office, '08-03 10:40'])).toBe('hasUrbanLine')
})

test('R034 with it, as a line that must be told or comes first, the template comes into force', () => {
  const { told, id } = drafted(['urban'])
  told.step(id, ['enact', office, '08-03 10:00'])
  expect(told.state(id)).toBe('inForce')
})

test('R118 where 接诉即办 is practised a template without it as a key line does not come into force', () => {
  const { told, id } = drafted(['urban'], ['swift-response'])
  expect(told.refused(id, ['enact', office, '08-03 10:00'])).toBe('hasResponseLine')
  const whole = drafted([], ['swift-response'])
  expect(whole.sorts).toContain('response')
  whole.told.step(whole.id, ['enact', office, '08-03 10:00'])
  expect(drafted().sorts).not.toContain('response')
})

test('unless somebody chooses, it lists what stands on records, each with its weight', () => {
  const { told, topics, sorts, id } = drafted()
  expect(sorts).toEqual([
    'theme',
    'instructions',
    'urban',
    'problems',
    'promises',
    'projects',
    'demands',
    'deeds',
    'points',
    'grassroots',
    'shortcomings',
    'actions',
    'plan',
  ])
  expect(topics.map((topic) => told.fields(topic)['weight'])).toEqual([
    'first',
    'must',
    'must',
    'must',
    ...Array.from({ length: 8 }, () => 'general'),
    'must',
  ])
  expect(told.fields(topics[2] ?? '')).toMatchObject({
    template: id,
    host: unit.committee,
    office: unit.organisation,
    rank: 3,
  })
  expect(drafted(['plan', 'urban']).sorts).toEqual(['urban', 'plan'])
})

test('a local topic is added after the others, with the weight it is given', () => {
  const { told, id } = drafted(['urban'])
  const added = { topic: '“四下基层”情况', weight: 'must' }
  const [topic = ''] = told.opened(
    told.step(id, ['addTopic', office, '08-03 10:00'], added),
    'appraisal-topic',
  )
  expect(told.fields(topic)).toMatchObject({ sort: 'local', weight: 'must', rank: 2 })
})

test('R049 secretaries of city, county and township committees are where the weight lies', () => {
  const told = yearOf()
  const focus = (category: string) =>
    told.fields(told.begin(draft, when, { ...data, category }))['focus']
  expect(['city', 'district', 'street'].map(focus)).toEqual(['focus', 'focus', 'focus'])
  expect(['community', 'organ', 'hospital'].map(focus)).toEqual([undefined, undefined, undefined])
})

test('one template of a category is in force with an organisation at a time', () => {
  const told = yearOf()
  const first = told.template()
  const second = told.begin(draft, when, data)
  expect(told.refused(second, ['enact', office, '08-03 11:00'])).toBe('claimTaken')
  told.step(first, ['retire', office, '08-03 11:10'])
  told.step(second, ['enact', office, '08-03 11:20'])
  expect([told.state(first), told.state(second)]).toEqual(['retired', 'inForce'])
  told.template({ category: 'community' })
  told.template({}, post('clerk', unit.cityOrganisation))
})

test('in force, its lines are not changed any more', () => {
  const told = yearOf()
  const done = told.tries(draft, when, data)
  const [topic = ''] = told.opened(done, 'appraisal-topic')
  const id = done.ok ? done.record.id : ''
  told.step(id, ['enact', office, '08-03 10:00'])
  expect(told.refused(topic, ['weigh', office, '08-03 10:10'], { weight: 'general' })).toBe(
    'templateIsDraft',
  )
  expect(told.refused(topic, ['drop', office, '08-03 10:10'])).toBe('templateIsDraft')
})

test('committees, organisation departments and streets make templates; the maker changes its own', () => {
  const told = yearOf()
  expect(starters((by) => told.tries(draft, [by, '08-03 09:00'], data))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation),
  )
  const { id, topics, told: own } = drafted(['urban'])
  const ours = all(unit.committee, unit.organisation)
  expect(own.offered(id)).toEqual({ addTopic: ours, discard: ours })
  expect(own.refused(id, ['enact', post('clerk', unit.street), '08-03 10:00'])).toBe('notAllowed')
  const [topic = ''] = topics
  expect(own.offered(topic)).toEqual({})
  own.step(topic, ['weigh', post('head', unit.committee), '08-03 10:00'], { weight: 'first' })
  own.step(topic, ['drop', post('head', unit.committee), '08-03 10:05'])
  const foreign = drafted(['urban'])
  expect(
    foreign.told.refused(foreign.topics[0] ?? '', [
      'drop',
      post('clerk', unit.street),
      '08-03 10:00',
    ]),
  ).toBe('notAllowed')
  expect(
    foreign.told.refused(
      foreign.topics[0] ?? '',
      ['weigh', post('clerk', unit.street), '08-03 10:00'],
      { weight: 'first' },
    ),
  ).toBe('notAllowed')
  own.step(id, ['discard', office, '08-03 10:10'])
  expect(own.state(id)).toBe('retired')
  expect(own.offered(id)).toEqual({})
  const inForce = own.template()
  expect(own.refused(id, ['enact', office, '08-03 10:20'])).toBe('notOffered')
  const enacted = drafted(['urban'])
  enacted.told.step(enacted.id, ['enact', post('head', unit.committee), '08-03 10:30'])
  expect(own.offered(inForce)).toEqual({ retire: ours })
  for (const by of [post('worker', unit.community), post('clerk', unit.cityBureau)])
    for (const one of [inForce, topic])
      expect(own.refused(one, ['nothing', by, '08-05 10:00'])).toBe('notOffered')
  expect(own.refused(inForce, ['nothing', post('agent', unit.hotline), '08-05 10:00'])).toBe(
    'notVisible',
  )
  expect(own.refused(topic, ['nothing', post('agent', unit.hotline), '08-05 10:00'])).toBe(
    'notVisible',
  )
})

test('everybody of a unit reads the lines they report on', () => {
  const { told, topics } = drafted(['urban'])
  const [topic = ''] = topics
  expect(told.readers(topic)).toContain(`${unit.street}: clerk head leader secretary worker`)
})
