import { expect, test } from 'vitest'
import { startOfDay } from '../../kernel/time.ts'
import type { CityState } from '../world/city-state.ts'
import { matter } from '../testing/kinds.ts'
import { world } from '../testing/world.ts'
import { flowOf } from './kind-flow.ts'
import { kindHelp } from './kind-help.ts'

const now = startOfDay('2026-08-03')
const state: CityState = {
  city: 5301,
  name: '春城市',
  demo: false,
  version: '1',
  lists: {},
  world: {
    ...world,
    parameters: {
      'matter.limit': [
        { from: 0, version: 'default', value: { qty: 5, unit: 'working-day' } },
        { from: startOfDay('2026-07-01'), version: 'v2', value: { qty: 3, unit: 'working-day' } },
      ],
      'matter.party': [{ from: 0, version: 'default', value: { qty: 1, unit: 'day' } }],
    },
  },
}

test('help tells limits as the city has set them now', () => {
  const { limits } = kindHelp({ kind: matter, state, now })
  expect(limits).toMatchObject([
    { label: '办理', runs: ['办理中'], stages: [{ limit: ['3 个工作日'], asks: '超时' }] },
    { label: '协办', party: '协办', runs: ['待协办'], stages: [{ asks: '未协办' }] },
  ])
})

test('help tells who may do what, and apart from them what the system does', () => {
  const { acts } = kindHelp({ kind: matter, state, now })
  const act = (label: string) => acts.find((one) => one.label === label)
  expect(act('登记')).toMatchObject({ where: ['新建'], who: ['派单', '系统（联动）'] })
  expect(act('办结')).toMatchObject({
    where: ['办理中'],
    who: ['承办'],
    requires: ['还有派生的事项没有办结'],
    system: false,
  })
  expect(act('超时')).toMatchObject({ system: true })
  expect(acts.find(({ party, label }) => party === '协办' && label === '协办')).toMatchObject({
    who: ['该单位'],
    where: ['待协办'],
  })
})

test('help names the rules that can refuse, with what they stand before', () => {
  expect(kindHelp({ kind: matter, state, now }).rules).toEqual([
    { says: '还有派生的事项没有办结', basis: '测试', before: ['办结'] },
  ])
})

test('the flow is what leads from state to state; what leaves it where it is is no arrow', () => {
  expect(flowOf(matter).arrows).toEqual([
    { to: 'open', label: '登记', by: 'people', sometimes: false },
    { from: 'open', to: 'closed', label: '办结', by: 'people', sometimes: false },
  ])
})

test('parties whose steps carry the record on stand in its flow as one box', () => {
  const helper = matter.parties?.['helper']
  const asked = helper?.states['asked']
  const help = asked?.commands?.['help']
  if (helper === undefined || asked === undefined || help === undefined) throw new Error('no help')
  const carried = { ...help, carries: [{ to: 'closed', when: 'nothingElseIsOpen' }] }
  const states = { ...helper.states, asked: { ...asked, commands: { help: carried } } }
  const flow = flowOf({ ...matter, parties: { helper: { ...helper, states } } })
  expect(flow.states.at(-1)).toMatchObject({ name: 'party:helper', label: '协办办理', is: 'party' })
  expect(flow.arrows.at(-1)).toEqual({
    from: 'party:helper',
    to: 'closed',
    label: '协办',
    by: 'people',
    sometimes: true,
  })
})
