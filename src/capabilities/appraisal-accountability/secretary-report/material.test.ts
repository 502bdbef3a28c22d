import { expect, test } from 'vitest'
import { post, town, unit } from '../../../kernel/testing.ts'
import { type Data } from '../../four-level-linkage/testing.ts'
import { type Given, office, yearOf } from '../appraisal-template/testing.ts'

import { begun, lines } from './testing.ts'

test('a report begins with a section for each line of its template and each question of its year', () => {
  const { told, id, own, sorts, section } = begun()
  expect(sorts).toEqual([...lines, 'question'])
  expect(own.map((one) => told.fields(one)['rank'])).toEqual([1, 2, 3, 4, 5, 6])
  expect(told.fields(id)).toMatchObject({
    host: unit.committee,
    office: unit.organisation,
    year: 2026,
    category: 'street',
    focus: 'focus',
    meetingOn: '2026-08-28',
  })
  expect(told.fields(section('urban'))).toMatchObject({
    reporter: unit.street,
    weight: 'must',
    area: town.street,
    from: '2026-01-01',
    to: '2026-12-31',
  })
  expect(told.fields(section('question'))['weight']).toBe('must')
  expect(told.fields(section('demands'))['weight']).toBe('general')
})

test('dropped lines, questions of other years and of others have no section', () => {
  const told = yearOf()
  const template = told.begin(
    { kind: 'appraisal-template', command: 'draft', area: town.district },
    [office, '08-03 09:00'],
    { title: '模板', category: 'street', lines },
  )
  const topic = Array.from({ length: 50 }, (_, n) => `id-${n}`).find(
    (one) => told.fields(one)['sort'] === 'plan',
  )
  told.step(topic ?? '', ['drop', office, '08-03 09:02'])
  told.step(template, ['enact', office, '08-03 09:05'])
  told.question()
  told.question('明年的', { year: 2027 })
  const city = post('clerk', unit.cityOrganisation)
  const ask = { kind: 'must-answer-question', command: 'ask', area: town.city }
  told.begin(ask, [city, '08-03 09:20'], { title: '全市的', year: 2026 })
  const done = told.step(told.cycle({ reporters: [unit.street] }), [
    'startResearch',
    office,
    '08-03 10:00',
  ])
  expect(told.opened(done, 'report-section').map((one) => told.fields(one)['sort'])).toEqual([
    'urban',
    'problems',
    'response',
    'demands',
    'question',
  ])
})

test('R043 a section on it that the template has already is not opened twice', () => {
  const { sorts } = begun({ practices: ['secretary-project'] }, { lines: [...lines, 'pilot'] })
  expect(sorts.filter((sort) => sort === 'pilot')).toHaveLength(1)
})

test('R118 the 接诉即办 section is filled with the figures of the reporter’s own demands of the year', () => {
  const asked: string[] = []
  const figures: Given['figures'] = ({ id, part, area, from, to }) => {
    asked.push([id, part, area, from, to].join(' '))
    if (part === 'satisfied')
      return { value: undefined, numerator: undefined, denominator: 3, hidden: true }
    return { value: 0.85, numerator: 17, denominator: 20, hidden: false }
  }
  const given = { practices: ['swift-response'], figures }
  const { told, section, sorts } = begun(given, { lines: ['urban', 'response'] })
  expect(sorts).toEqual(['urban', 'response', 'problems', 'question'])
  expect(told.fields(section('response'))).toMatchObject({
    weight: 'must',
    told1: '诉求响应率：85.0%（17/20）',
    told2: '诉求解决率：85.0%（17/20）',
    told3: '诉求满意率：样本过少，不显示',
  })
  expect(asked).toContain(`N13 solved ${town.street} 2026-01-01 2026-12-31`)
})

test('R021 the appraisal report shows the counts of the area’s demands before and after', () => {
  const demand = (title: string, data: Data) => ({ title, data })
  const { told, section, evidence } = begun({
    there: {
      'frequent-demand-project': [
        demand('停车难', { leader: unit.street, before: 120, after: 60 }),
        demand('楼道充电', { leader: unit.street, before: 30, after: 12 }),
        demand('噪声', { leader: unit.street, before: 40 }),
        demand('别处的', { leader: unit.otherStreet, before: 7, after: 7 }),
      ],
    },
  })
  expect(told.fields(section('demands'))).toMatchObject({ before: 150, after: 72 })
  expect(evidence('demands').split('\n').toSorted()).toEqual([
    '1. 停车难：治理前 120 件，治理后 60 件',
    '2. 楼道充电：治理前 30 件，治理后 12 件',
    '3. 噪声：治理前 40 件，还没有计数',
  ])
})

test('problems of former years stand in the report with what became of them', () => {
  const problem = (title: string, state: string, owner: number = unit.street) => ({
    title,
    state,
    data: { unit: owner },
  })
  const { evidence } = begun({
    there: {
      'appraisal-problem': [
        problem('停车', 'closed'),
        problem('充电', 'rectifying'),
        problem('噪声', 'settled'),
        problem('误记', 'withdrawn'),
        problem('别处', 'raised', unit.otherStreet),
      ],
    },
  })
  expect(evidence('problems')).toBe('1. 停车（已销号）\n2. 充电（没有销号）\n3. 噪声（已销号）')
  expect(begun().evidence('problems')).toBe('系统里没有本年度的记录')
  expect(begun().evidence('plan')).toBe('')
})

test('R042 what former years left open comes into the next report, though its template has no line for it', () => {
  const own = begun(
    {
      there: {
        'appraisal-problem': [{ title: '充电', state: 'rectifying', data: { unit: unit.street } }],
      },
    },
    { lines: ['urban', 'plan'] },
  )
  expect(own.sorts).toEqual(['urban', 'plan', 'problems', 'question'])
  expect(own.evidence('problems')).toBe('1. 充电（没有销号）')
  expect(own.told.fields(own.section('problems'))['weight']).toBe('must')
})

test('promises, projects and deeds of this year and the last stand in the report with what became of them', () => {
  const own = (title: string, state: string, year = 2026) => ({
    title,
    state,
    data: { unit: unit.street, year },
  })
  const { evidence } = begun(
    {
      there: {
        'public-commitment': [
          own('修路', 'kept', 2025),
          own('装灯', 'notKept'),
          own('种树', 'inForce'),
          own('旧的', 'kept', 2024),
        ],
        'secretary-project': [
          own('加梯', 'accepted'),
          own('扩园', 'stopped', 2025),
          own('改厕', 'underway'),
          own('旧的', 'accepted', 2024),
        ],
        'practical-deed': [
          own('食堂', 'done'),
          own('书屋', 'declined'),
          own('球场', 'stopped', 2025),
          own('车棚', 'underway'),
          own('旧的', 'done', 2024),
        ],
      },
    },
    { lines: ['urban', 'promises', 'projects', 'deeds'] },
  )
  expect(evidence('promises')).toBe('1. 修路（已兑现）\n2. 装灯（未兑现）\n3. 种树（践诺中）')
  expect(evidence('projects')).toBe('1. 加梯（已验收）\n2. 扩园（已终止）\n3. 改厕（实施中）')
  expect(evidence('deeds')).toBe(
    '1. 食堂（已办成）\n2. 书屋（未立项）\n3. 球场（已终止）\n4. 车棚（办理中）',
  )
})

test('R046 with monthly dispatch practised the report quotes all twelve months', () => {
  const year = (data: Data) => ({ title: '年度安排', data: { unit: unit.street, ...data } })
  const { evidence, sorts } = begun({
    practices: ['monthly-dispatch'],
    there: {
      'monthly-dispatch': [
        year({ year: 2026, passed: 4, month1: '未调度', month2: '停车位开工', month4: '尚未实行' }),
        year({ year: 2025, passed: 12, month1: '去年的' }),
      ],
    },
  })
  expect(sorts).toContain('dispatch')
  expect(begun().sorts).not.toContain('dispatch')
  expect(evidence('dispatch').split('\n')).toEqual([
    '1月：未调度',
    '2月：停车位开工',
    '3月：未调度',
    '4月：尚未实行',
    ...Array.from({ length: 8 }, (_, index) => `${index + 5}月：还没有结束`),
  ])
  const without = begun({ practices: ['monthly-dispatch'] })
  expect(without.evidence('dispatch').split('\n')).toEqual(
    Array.from({ length: 12 }, (_, index) => `${index + 1}月：未调度`),
  )
})
